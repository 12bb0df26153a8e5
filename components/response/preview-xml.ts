import type { CommandFormValues } from '@/lib/forms/command-form';
import { responseFactsOf } from '@/lib/forms/response-changes';
import type { ResponseFormValues } from '@/lib/forms/response-form';
import type { ResponseFormData } from '@/lib/forms/response-form-data';
import { assertCarried, COMMAND_ORDER, RESPONSE_ORDER, RESPONSE_TAGS, type Tags } from '@/lib/ossec/edit/block-tags';
import { RefusedChange } from '@/lib/ossec/edit/refusal';
import { wrapInComment } from '@/lib/ossec/edit/switch-off';
import { DEFAULT_LAYOUT, writeBlock } from '@/lib/ossec/edit/write-block';
import { candidatesOf } from './candidates';
import { hasNoTrigger } from './steps';

/** What the dialect can't carry is left out: the field says why. */
function tagsOf(pairs: [tag: string, value: string | null][]): Tags {
  const tags: Tags = new Map();
  for (const [tag, value] of pairs) {
    if (value === null || value === '') continue;
    try {
      assertCarried(tag, value);
      tags.set(tag, value);
    } catch (thrown) {
      if (!(thrown instanceof RefusedChange)) throw thrown;
    }
  }
  return tags;
}

/** The block of a command as the form says it. */
export function commandXml(values: CommandFormValues): string {
  const tags = tagsOf([
    ['name', values.name],
    ['executable', values.executable],
    ['extra_args', values.extraArgs],
    ['timeout_allowed', values.timeoutAllowed ? 'yes' : 'no'],
  ]);
  return writeBlock('command', tags, COMMAND_ORDER, DEFAULT_LAYOUT);
}

/** "<!-- location: next step -->" for the first question that the path has not asked yet. */
function placeholder(values: ResponseFormValues): string | null {
  if (values.command === '' && !values.newCommand) return '<!-- command: this step -->';
  if (hasNoTrigger(values) && values.location === null) return '<!-- trigger: next step -->';
  if (values.location === null) return '<!-- location: next step -->';
  return values.duration === null ? '<!-- duration: next step -->' : null;
}

const ORDER = [...RESPONSE_ORDER, 'repeated_offenders'];

/** The blocks that saving would leave, one for each agent; `guided` marks what is still to be asked. */
export function responseXml(
  values: ResponseFormValues,
  { original }: Pick<ResponseFormData, 'original'>,
  guided: boolean,
): string[] {
  return candidatesOf(values, original).map((facts) => {
    const pairs = Object.entries(RESPONSE_TAGS).map(([key, tag]): [string, string | null] => [
      tag,
      facts[key as keyof typeof RESPONSE_TAGS],
    ]);
    const tags = tagsOf([...pairs, ['repeated_offenders', facts.repeatedOffenders]]);
    const block = withNote(
      writeBlock('active-response', tags, ORDER, DEFAULT_LAYOUT),
      guided ? placeholder(values) : null,
    );
    return values.enabled ? block : wrapInComment(block, '\n', '');
  });
}

const withNote = (block: string, note: string | null): string =>
  note === null ? block : block.replace(/\n(?=<\/active-response>$)/, `\n  ${note}\n`);

/** <rules_group> as it would be written; null while no group is asked for. */
export const writtenGroup = (values: ResponseFormValues): string | null => responseFactsOf(values).rulesGroup;
