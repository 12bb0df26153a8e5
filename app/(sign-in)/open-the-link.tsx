import { DoorPage } from '@/components/sign-in/door-page';

/** While there is nobody yet: only who can read what Riposte prints gets any further. */
export function OpenTheLink() {
  return (
    <DoorPage title="Riposte is not set up yet" sub="Active response for Wazuh">
      <p>Open the link that Riposte printed when it started.</p>
      <p className="mt-2 text-fg-2">
        It is good once, for 1 hour. Restart Riposte for a new one, or run, on the server:{' '}
        <code className="inline-block whitespace-nowrap rounded-[4px] bg-surface-3 px-1 font-mono text-12">
          npm run riposte -- sign-in-link
        </code>
      </p>
    </DoorPage>
  );
}
