import { responseFactsOf } from '@/lib/forms/response-changes';
import type { ResponseFormValues } from '@/lib/forms/response-form';
import type { ResponseFacts } from '@/lib/ossec/findings/finding';

/** The responses that saving would leave: one for each chosen agent. */
export function candidatesOf(values: ResponseFormValues, original: ResponseFacts | null): ResponseFacts[] {
  const agents = values.location === 'defined-agent' && values.agentIds.length > 0 ? values.agentIds : [undefined];
  return agents.map((agentId, at) => ({
    ...responseFactsOf(values, agentId),
    repeatedOffenders: at === 0 ? (original?.repeatedOffenders ?? null) : null,
  }));
}
