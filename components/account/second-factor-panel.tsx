'use client';

import { useState } from 'react';
import { useAction } from '@/components/draft/use-action';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Panel } from '@/components/ui/panel';
import { useToast } from '@/components/ui/toast';
import type { QrPath } from '@/lib/auth/second-factor-qr';
import type { ActionResult } from '@/lib/view/action-result';
import { CodeField } from './code-field';
import { QrCode } from './qr-code';
import { RecoveryCodes } from './recovery-codes';

type Setup = { secret: string; qr: QrPath };
type Codes = { codes: string[] };

export type SecondFactorActions = {
  start: (input: object) => Promise<ActionResult<Setup>>;
  confirm: (input: { code: string }) => Promise<ActionResult<Codes>>;
  renew: (input: object) => Promise<ActionResult<Codes>>;
  remove: (input: { code: string }) => Promise<ActionResult>;
};

type Props = {
  /** Since when, in words; null while there is none. */
  factor: { since: string; codesLeft: number } | null;
  actions: SecondFactorActions;
};

type Step = { kind: 'rest' } | { kind: 'remove' } | ({ kind: 'setup' } & Setup) | ({ kind: 'codes' } & Codes);

const REST: Step = { kind: 'rest' };

/** The second factor of the one who looks at it: an authenticator app. */
export function SecondFactorPanel({ factor, actions }: Props) {
  const [step, setStep] = useState<Step>(REST);
  const toast = useToast();
  const rest = () => setStep(REST);
  return (
    <Panel title="Second factor" line>
      <div className="flex flex-col gap-4 p-4">
        {step.kind === 'rest' && <Rest factor={factor} actions={actions} onStep={setStep} />}
        {step.kind === 'setup' && <Setup setup={step} confirm={actions.confirm} onStep={setStep} />}
        {step.kind === 'codes' && <RecoveryCodes codes={step.codes} onDone={rest} />}
        {step.kind === 'remove' && (
          <CodeField
            hint="One from the app, or a recovery code. Afterwards your password alone lets you in."
            action="Remove second factor"
            variant="danger"
            save={actions.remove}
            onSaved={(message) => {
              rest();
              if (message) toast({ tone: 'done', message });
            }}
            onCancel={rest}
          />
        )}
      </div>
    </Panel>
  );
}

function Rest({ factor, actions, onStep }: Props & { onStep: (step: Step) => void }) {
  const { busy, run } = useAction();
  if (!factor) {
    return (
      <>
        <p className="text-fg-2">
          With a second factor a password alone lets nobody in: sign-in also asks for a code of an app on your phone.
        </p>
        <Button
          className="self-start"
          busy={busy}
          onClick={() =>
            run(
              () => actions.start({}),
              ({ secret, qr }) => onStep({ kind: 'setup', secret, qr }),
            )
          }
        >
          Add an authenticator app
        </Button>
      </>
    );
  }
  const { since, codesLeft } = factor;
  return (
    <>
      <p>
        Authenticator app since {since}.{' '}
        <span className={codesLeft < 3 ? 'text-amber-fg' : 'text-fg-2'}>
          {codesLeft === 1 ? '1 recovery code is left.' : `${codesLeft} recovery codes are left.`}
        </span>
      </p>
      <div className="flex flex-wrap gap-2">
        <Button
          busy={busy}
          onClick={() =>
            run(
              () => actions.renew({}),
              ({ codes }) => onStep({ kind: 'codes', codes }),
            )
          }
        >
          Make new recovery codes
        </Button>
        <Button variant="danger-outline" onClick={() => onStep({ kind: 'remove' })}>
          Remove
        </Button>
      </div>
    </>
  );
}

type SetupProps = { setup: Setup; confirm: SecondFactorActions['confirm']; onStep: (step: Step) => void };

function Setup({ setup: { secret, qr }, confirm, onStep }: SetupProps) {
  let codes: string[] = [];
  return (
    <div className="flex flex-wrap items-start gap-6">
      <QrCode qr={qr} label="QR code for an authenticator app" />
      <div className="flex min-w-60 flex-1 flex-col gap-4">
        <div>
          <p className="font-strong">Scan this with the app, or type the secret:</p>
          <p className="mt-1 flex items-start gap-2">
            <code className="min-w-0 py-1 text-12 wrap-anywhere">{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
            <CopyButton text={secret} label="Copy the secret" />
          </p>
        </div>
        <CodeField
          hint="Six digits that the app shows now."
          action="Turn on"
          variant="primary"
          save={async (input) => {
            const result = await confirm(input);
            if (result.status === 'saved') codes = result.codes;
            return result;
          }}
          onSaved={() => onStep({ kind: 'codes', codes })}
          onCancel={() => onStep(REST)}
        />
      </div>
    </div>
  );
}
