import type { Metadata } from 'next';
import { MessagePage } from '@/components/shell/message-page';
import { ButtonLink } from '@/components/ui/button';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <MessagePage
      title="There is no page here"
      actions={
        <>
          <ButtonLink variant="primary" href="/">
            Overview
          </ButtonLink>
          <ButtonLink href="/responses">Active responses</ButtonLink>
        </>
      }
    >
      <p>The address is wrong, or what it showed is no longer in ossec.conf or in your draft.</p>
    </MessagePage>
  );
}
