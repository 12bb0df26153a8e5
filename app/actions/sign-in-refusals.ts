import 'server-only';
import type { ActionResult } from '@/lib/view/action-result';

type Refusal = Extract<ActionResult, { status: 'refused' | 'wait' }>;

const refused = (code: string, message: string, hint: string): Refusal => ({
  ...{ status: 'refused', code, message, hint },
  line: null,
});

/** The same for an unknown name: nobody learns which ones there are. */
export const WRONG = refused('wrong-credentials', 'Wrong name or password.', '');

export const LINK_OVER = refused(
  'link-over',
  'This link is no longer valid.',
  'Whoever runs Riposte can make a new one: npm run riposte -- sign-in-link',
);

export const waitRefusal = (ms: number): Refusal => ({ status: 'wait', seconds: Math.ceil(ms / 1000) });
