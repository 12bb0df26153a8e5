import { CircleX } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { cx } from './cx';

/** What a control needs to belong to its field. Spread it on the control. */
export type FieldControl = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
};

type Words = { label: ReactNode; hint?: ReactNode; error?: ReactNode; optional?: boolean; className?: string };

export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="flex items-start gap-[5px] text-12 text-red-fg">
      <CircleX className="icon-14 mt-px" />
      <span>{children}</span>
    </p>
  );
}

function FieldHint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="text-12 text-fg-2">
      {children}
    </p>
  );
}

const labelLook = 'flex items-center gap-1.5 font-strong';
const Optional = () => <span className="font-normal text-fg-3">optional</span>;

/** Label above, control, hint and error below. `<Field label="Name">{(control) => <TextInput {...control} />}</Field>` */
export function Field(props: Words & { id?: string; children: (control: FieldControl) => ReactNode }) {
  const made = useId();
  const { id = made, label, hint, error, optional, className, children } = props;
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  const describedBy = [errorId, hintId].filter(Boolean).join(' ') || undefined;
  return (
    <div className={cx('flex min-w-0 flex-col gap-1.5', className)}>
      <label htmlFor={id} className={labelLook}>
        {label}
        {optional && <Optional />}
      </label>
      {children({ id, 'aria-describedby': describedBy, 'aria-invalid': error ? true : undefined })}
      {errorId && <FieldError id={errorId}>{error}</FieldError>}
      {hintId && <FieldHint id={hintId}>{hint}</FieldHint>}
    </div>
  );
}

/** The same for several controls that answer one question: radio buttons, check boxes. */
export function FieldGroup(props: Words & { children: ReactNode }) {
  const id = useId();
  const { label, hint, error, optional, className, children } = props;
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined;
  return (
    <fieldset aria-describedby={described} className={cx('flex min-w-0 flex-col gap-1.5', className)}>
      <legend className={cx(labelLook, 'mb-1.5')}>
        {label}
        {optional && <Optional />}
      </legend>
      {children}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {hint && <FieldHint id={`${id}-hint`}>{hint}</FieldHint>}
    </fieldset>
  );
}
