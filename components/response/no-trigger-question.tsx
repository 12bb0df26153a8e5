import { ConfirmDialog } from '@/components/ui/dialog';

type Props = { asking: 'next' | 'save'; onAnswer: (meant: boolean) => void };

/** A response that nothing sets off is allowed, but it must be meant. */
export function NoTriggerQuestion({ asking, onAnswer }: Props) {
  return (
    <ConfirmDialog
      open
      title="Go on without a trigger?"
      confirmLabel={asking === 'save' ? 'Save it without a trigger' : 'Go on without a trigger'}
      cancelLabel="Set a trigger"
      tone="primary"
      onCancel={() => onAnswer(false)}
      onConfirm={() => onAnswer(true)}
    >
      No level, no group and no rule ID is given. Wazuh accepts such a response and never runs it.
    </ConfirmDialog>
  );
}
