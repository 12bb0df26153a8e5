import { ArrowRight, Ellipsis, Plus } from 'lucide-react';
import { Button, ButtonLink } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Kbd } from '@/components/ui/kbd';
import { Row, Specimen } from './specimen';

export function Buttons() {
  return (
    <Specimen title="Buttons">
      <Row tight>
        <Button variant="primary" icon={<Plus />}>
          New response
        </Button>
        <Button>Cancel</Button>
        <Button variant="ghost">Discard</Button>
        <Button variant="draft">Review changes</Button>
        <Button variant="danger">Delete</Button>
        <Button variant="danger-outline">Revert now</Button>
      </Row>
      <Row tight>
        <Button variant="primary" className="outline-2 outline-offset-2 outline-focus">
          Focused
        </Button>
        <Button className="border-control bg-surface-2">Hover</Button>
        <Button variant="primary" disabled>
          Disabled
        </Button>
        <Button variant="primary" busy>
          Checking…
        </Button>
        <Button size="s">Small</Button>
        <IconButton label="More">
          <Ellipsis />
        </IconButton>
        <ButtonLink href="/gallery" variant="primary" iconEnd={<ArrowRight />}>
          Link
        </ButtonLink>
        <ButtonLink href="/gallery" disabled>
          Link, off
        </ButtonLink>
        <Button variant="primary">
          With a key <Kbd>N</Kbd>
        </Button>
      </Row>
      <Row tight>
        <Button size="l" variant="primary">
          Keep changes
        </Button>
        <Button size="l">Revert now</Button>
      </Row>
    </Specimen>
  );
}
