import { emptyResponse, type ResponseFormValues } from '@/lib/forms/response-form';
import type { FormAgent, ResponseFormData } from '@/lib/forms/response-form-data';
import type { CommandFacts, ResponseFacts } from '@/lib/ossec/findings/finding';

/** What the tests of the form work on: three commands, four agents, one response. */
const command = (name: string, executable: string, timeoutAllowed: boolean): CommandFacts => ({
  name,
  executable,
  timeoutAllowed,
  extraArgs: null,
  shadowed: false,
  line: null,
});

export const sampleResponse: ResponseFacts = {
  command: 'firewall-drop',
  location: 'local',
  agentId: null,
  level: '10',
  rulesGroup: null,
  rulesId: null,
  timeout: '600',
  repeatedOffenders: null,
  off: false,
  line: 10,
};

const agents: FormAgent[] = [
  { id: '001', name: 'web-01', address: '10.0.0.1', system: 'linux', systemName: 'Ubuntu 24.04', connection: 'active' },
  { id: '002', name: 'web-02', address: '10.0.0.2', system: 'linux', systemName: null, connection: 'disconnected' },
  { id: '003', name: 'win-01', address: '10.0.0.3', system: 'windows', systemName: null, connection: 'active' },
  { id: '004', name: 'odd-01', address: 'any', system: 'unknown', systemName: null, connection: 'active' },
];

export const sampleData: ResponseFormData = {
  facts: {
    commands: [
      command('firewall-drop', 'firewall-drop', true),
      command('netsh', 'netsh.exe', true),
      command('notify', 'notify.py', false),
    ],
    responses: [sampleResponse],
    agents,
    scripts: [{ name: 'firewall-drop', executable: true, worldWritable: false }],
    rules: null,
  },
  position: null,
  commandKeys: ['k0', 'k1', 'd-7'],
  findings: [],
  original: null,
  wasOnAll: false,
  agents,
  agentNote: null,
  scripts: [{ name: 'firewall-drop', mode: 0o100750, owner: 'root:wazuh', executable: true, worldWritable: false }],
  scriptsPath: '/var/ossec/active-response/bin',
  managerName: 'wazuh-mgr-01',
  rules: null,
};

/** Values that can be saved. */
export const sampleValues: ResponseFormValues = {
  ...emptyResponse,
  command: 'firewall-drop',
  level: 10,
  groups: ['sshd'],
  location: 'local',
  duration: 'timed',
  timeoutSeconds: 600,
};
