import { Avatar } from '@/components/shell/avatar';
import { Badge, ChangeMark, NumberTag } from '@/components/ui/badge';
import { Kbd } from '@/components/ui/kbd';
import { ProgressBar } from '@/components/ui/progress-bar';
import { SeverityIcon, SeverityMark } from '@/components/ui/severity-mark';
import { Spinner } from '@/components/ui/spinner';
import { StateMark } from '@/components/ui/state-mark';
import { StatusDot } from '@/components/ui/status-dot';
import { Row, Specimen } from './specimen';

export function Status() {
  return (
    <Specimen title="Status">
      <Row>
        <StateMark state="active" />
        <StateMark state="disabled" />
        <StateMark state="never" />
        <StateMark state="broken" />
        <StateMark state="new" />
      </Row>
      <Row>
        <SeverityMark severity="blocker" />
        <SeverityMark severity="error" />
        <SeverityMark severity="warning" />
        <SeverityMark severity="note" />
        <SeverityMark severity="fixed" />
        <SeverityMark severity="warning">3</SeverityMark>
        <SeverityIcon severity="error" />
      </Row>
      <Row>
        <Badge>Usual choice</Badge>
        <Badge tone="green">Running</Badge>
        <Badge tone="amber">Outside</Badge>
        <Badge tone="red">Reverted</Badge>
        <Badge tone="blue">New</Badge>
        <Badge tone="violet">Fixed in draft</Badge>
        <Badge tone="line">Line</Badge>
        <ChangeMark change="added" label="added" />
        <ChangeMark change="changed" label="changed" />
        <ChangeMark change="removed" label="deleted" />
        <NumberTag>10</NumberTag>
        <Kbd>/</Kbd>
      </Row>
      <Row>
        <StatusDot state="ok" /> Running
        <StatusDot state="warn" /> Restarting
        <StatusDot state="bad" /> Stopped
        <StatusDot state="off" /> Unknown
        <Spinner /> Reading
        <Avatar name="Marta Kowalska" />
        <Avatar name="root" small />
      </Row>
      <ProgressBar label="Restart" value={62} />
      <ProgressBar label="Watching" />
    </Specimen>
  );
}
