import { OctagonX } from 'lucide-react';

type Props = {
  /** What went wrong with the form as a whole. */
  failure: string | null;
  /** Messages by field. */
  errors: Record<string, string>;
  onPick: (path: string) => void;
};

/** On top of a form that could not be saved: what went wrong as a whole, and a way to each field. */
export function ErrorSummary({ failure, errors, onPick }: Props) {
  const fields = Object.entries(errors);
  if (!failure && fields.length === 0) return null;
  return (
    <div
      role="alert"
      tabIndex={-1}
      data-error-summary=""
      className="flex items-start gap-2.5 rounded-panel border border-red-line bg-red-bg px-3.5 py-[11px]"
    >
      <OctagonX className="mt-0.5 text-red-fg" />
      <div className="min-w-0">
        <p className="font-semibold">
          {failure ?? (fields.length === 1 ? 'One field needs you' : `${fields.length} fields need you`)}
        </p>
        {fields.length > 0 && (
          <ul className="mt-0.5 grid gap-0.5">
            {fields.map(([path, message]) => (
              <li key={path}>
                <button type="button" className="link text-left" onClick={() => onPick(path)}>
                  {message}
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
