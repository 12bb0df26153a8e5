import { CircleCheck, OctagonX, TriangleAlert } from 'lucide-react';
import type { PreflightCheck } from '@/lib/view/apply-effects';

const looks = {
  stop: { icon: OctagonX, text: 'text-red-fg', word: 'Stops the apply' },
  warn: { icon: TriangleAlert, text: 'text-amber-fg', word: 'Warning' },
  ok: { icon: CircleCheck, text: 'text-green-fg', word: 'Well' },
} as const;

/** Whether anything would keep the apply from working: one line when all is well, the problems otherwise. */
export function PreflightPanel({ checks }: { checks: readonly PreflightCheck[] }) {
  const problems = checks.filter(({ state }) => state !== 'ok');
  const well = checks.filter(({ state }) => state === 'ok');
  const isStopped = problems.some(({ state, onRestart }) => state === 'stop' && !onRestart);
  return (
    <section aria-labelledby="preflight" className="border-line border-t px-5 py-4">
      <h2 id="preflight" className="sr-only">
        Ready to apply
      </h2>
      {problems.length > 0 && (
        <>
          <p className="mb-2 text-12 font-semibold text-fg-2">
            {isStopped ? 'Not ready to apply' : 'Before you apply'}
          </p>
          <ul className="mb-2.5 flex flex-col gap-2.5">
            {problems.map((check) => (
              <Problem key={check.key} check={check} />
            ))}
          </ul>
        </>
      )}
      <details>
        <summary className="flex w-fit cursor-pointer items-center gap-2">
          <CircleCheck className="text-green-fg" />
          <span className={problems.length > 0 ? 'text-12 text-fg-2' : 'font-strong'}>
            {problems.length > 0 ? otherWords(well.length) : 'Ready to apply'}
          </span>
        </summary>
        <ul className="mt-1.5 flex flex-col gap-1 pl-6 text-12 text-fg-2">
          {well.map(({ key, message }) => (
            <li key={key}>{message}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}

const otherWords = (count: number): string => (count === 1 ? '1 other check passed' : `${count} other checks passed`);

function Problem({ check: { state, message, hint, link } }: { check: PreflightCheck }) {
  const { icon: Icon, text, word } = looks[state];
  return (
    <li className="flex items-start gap-2">
      <Icon className={`mt-0.5 ${text}`} />
      <span className="sr-only">{word}: </span>
      <div className="min-w-0 wrap-anywhere">
        <p className="font-semibold">{message}</p>
        <p className="text-12 text-fg-2">
          {hint}{' '}
          {link && (
            <a href={link.href} className="link">
              {link.label}
            </a>
          )}
        </p>
      </div>
    </li>
  );
}
