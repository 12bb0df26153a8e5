import { CopyLine } from '@/components/ui/copy-line';
import type { GuideStep } from '@/lib/endpoints/endpoint-guide';

/** Numbered steps with lines to copy. */
export function GuideSteps({ steps }: { steps: readonly GuideStep[] }) {
  return (
    <ol>
      {steps.map(({ title, text, commands }, index) => (
        <li
          key={title}
          className="relative flex gap-3.5 pb-5 not-last:after:absolute not-last:after:top-7 not-last:after:bottom-1.5 not-last:after:left-[11.5px] not-last:after:w-px not-last:after:bg-line"
        >
          <span
            aria-hidden="true"
            className="-mt-0.5 grid size-6 shrink-0 place-items-center rounded-full bg-surface-3 text-12 font-semibold"
          >
            {index + 1}
          </span>
          <div className="min-w-0 flex-1">
            <h3 className="text-14 font-semibold tracking-h3">{title}</h3>
            <p className="mt-0.5 mb-2 max-w-[62ch] text-fg-2">{text}</p>
            <div className="flex flex-col gap-1.5">
              {commands.map(({ prompt, line }) => (
                <CopyLine key={line} prompt={prompt} command={line} />
              ))}
            </div>
          </div>
        </li>
      ))}
    </ol>
  );
}
