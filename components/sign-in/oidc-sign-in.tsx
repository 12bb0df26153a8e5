import { buttonStyle } from '@/components/ui/button-style';
import { Callout } from '@/components/ui/callout';
import { oidcProblemWords } from '@/lib/auth/oidc-problems';

type Props = {
  /** What RIPOSTE_OIDC_NAME says. */
  name: string;
  /** Where to go afterwards: a path of ours. */
  next: string;
  /** What the address of the page says went wrong: ?oidc= */
  problem?: unknown;
};

/** The other way to sign in. A plain link: the provider is another site, and nothing may be fetched ahead. */
export function OidcSignIn({ name, next, problem }: Props) {
  const words = oidcProblemWords(problem, name);
  return (
    <div className="mt-4 flex flex-col gap-4">
      {words && (
        <Callout tone="red" title={words.message} role="alert">
          {words.hint}
        </Callout>
      )}
      <a
        href={`/oidc/start?${new URLSearchParams({ next })}`}
        className={buttonStyle({ block: true, className: 'min-h-10!' })}
      >
        Sign in with {name}
      </a>
    </div>
  );
}
