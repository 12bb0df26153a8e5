'use client';

import { type ReactNode, useState } from 'react';
import { useAction } from '@/components/draft/use-action';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/dialog';
import { useToast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/view/action-result';
import { OneTimeLink } from './one-time-link';

type Props = {
  user: { person: string; name: string; isDisabled: boolean; hasSecondFactor: boolean; hasPassword: boolean };
  /** One cannot shut oneself out. */
  isMyself: boolean;
  disable: (input: { person: string; disabled: boolean }) => Promise<ActionResult>;
  makeLink: (input: { person: string }) => Promise<ActionResult<{ token: string }>>;
  resetFactor: (input: { person: string }) => Promise<ActionResult>;
};

/** What an administrator does for somebody who is locked out, or who is to be. */
export function UserDangers({ user, isMyself, disable, makeLink, resetFactor }: Props) {
  const { person, name, isDisabled, hasSecondFactor, hasPassword } = user;
  const { busy, run } = useAction();
  const toast = useToast();
  const [token, setToken] = useState<string | null>(null);
  const [asking, setAsking] = useState<'disable' | 'factor' | null>(null);
  const close = () => setAsking(null);
  const turn = (disabled: boolean) =>
    run(
      () => disable({ person, disabled }),
      () => toast({ message: disabled ? `${name} is signed out and cannot sign in` : `${name} may sign in again` }),
    );
  return (
    <div className="flex flex-col">
      {!isDisabled && (
        <Row
          title={hasPassword ? 'Lost password' : 'No password yet'}
          hint={
            hasPassword
              ? 'Makes a link with which a new one is set. The old one holds until then.'
              : 'Makes a new link with which one is set. An older link is void then.'
          }
        >
          <Button
            busy={busy}
            onClick={() =>
              run(
                () => makeLink({ person }),
                (made) => setToken(made.token),
              )
            }
          >
            Make a link
          </Button>
        </Row>
      )}
      {token && (
        <div className="border-line border-t px-4 py-3">
          <OneTimeLink token={token} name={name} />
        </div>
      )}
      {hasSecondFactor && (
        <Row title="Lost second factor" hint="Signing in then takes the password alone, until another one is set up.">
          <Button busy={busy} onClick={() => setAsking('factor')}>
            Reset
          </Button>
        </Row>
      )}
      {isDisabled ? (
        <Row title="Disabled" hint="Nobody can sign in as this user. Drafts and history are kept.">
          <Button busy={busy} onClick={() => turn(false)}>
            Enable
          </Button>
        </Row>
      ) : (
        <Row
          title="Disable"
          hint={isMyself ? 'You cannot disable yourself.' : 'Ends every session at once. Drafts and history are kept.'}
        >
          <Button variant="danger-outline" disabled={isMyself} busy={busy} onClick={() => setAsking('disable')}>
            Disable
          </Button>
        </Row>
      )}
      <ConfirmDialog
        open={asking === 'disable'}
        title={`Disable ${name}?`}
        confirmLabel="Disable"
        onCancel={close}
        onConfirm={() => {
          close();
          turn(true);
        }}
      >
        {name} is signed out everywhere at once and cannot sign in until an administrator enables the user again.
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'factor'}
        title={`Reset the second factor of ${name}?`}
        confirmLabel="Reset"
        onCancel={close}
        onConfirm={() => {
          close();
          run(
            () => resetFactor({ person }),
            () => toast({ message: `${name} signs in with the password alone now` }),
          );
        }}
      >
        Be sure that it is {name} who asked. Every session ends; the password alone is enough until another device is
        set up.
      </ConfirmDialog>
    </div>
  );
}

function Row({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line px-4 py-3 not-first:border-t">
      <div className="min-w-0 flex-1 basis-52">
        <p className="font-strong">{title}</p>
        <p className="text-12 text-fg-2">{hint}</p>
      </div>
      {children}
    </div>
  );
}
