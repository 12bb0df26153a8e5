// Who may do what, for every server action, route and page: the table that app/routes.test.ts compares with the source and
// e2e/access.spec.ts with the build, over HTTP. What is not in it fails both. Knows no browser and no server.

export const ROLES = ['viewer', 'editor', 'operator', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** The least role that may; "nobody" is for who is not signed in. */
export type Needs = Role | 'nobody';

export type ActionRow = {
  needs: Needs;
  /** Does it change anything, once it is allowed? */
  changes: boolean;
  /** An input of the right shape that does the least: mostly it names what is not there. */
  input: unknown;
};

const HEX64 = 'a'.repeat(64);
const HEX32 = 'a'.repeat(32);
const LONG = 'correct horse battery staple';
const ID = { id: 999_999 };
const NONE = { noAll: false, commands: null };
const row = (needs: Needs, changes: boolean, input: unknown): ActionRow => ({ needs, changes, input });
const reviewed = { baseSha256: HEX64, newSha256: HEX64, restart: false, note: '', confirmSeconds: 0 };

/** By file and export. */
export const ACTIONS: Record<string, ActionRow> = {
  'app/actions/account.ts#changePassword': row('viewer', false, { present: 'wrong', next: LONG }),
  'app/actions/account.ts#endMySession': row('viewer', false, { session: 'none' }),
  'app/actions/account.ts#endOtherSessions': row('viewer', true, {}),
  'app/actions/account.ts#renameMyself': row('viewer', true, { name: 'Somebody' }),
  'app/actions/alert-history.ts#setReading': row('editor', false, { on: true }),
  'app/actions/apply.ts#applyDraft': row('operator', true, reviewed),
  'app/actions/apply.ts#keepChanges': row('operator', true, ID),
  'app/actions/apply.ts#leaveAsIs': row('operator', true, ID),
  'app/actions/apply.ts#restartManager': row('operator', true, {}),
  'app/actions/apply.ts#retryRevert': row('operator', true, ID),
  'app/actions/apply.ts#revertApply': row('operator', true, ID),
  'app/actions/apply.ts#revertNow': row('operator', true, ID),
  'app/actions/approvals.ts#approvePlan': row('operator', true, { ...ID, baseSha256: HEX64, newSha256: HEX64 }),
  'app/actions/approvals.ts#askForApproval': row('operator', true, { baseSha256: HEX64, newSha256: HEX64 }),
  'app/actions/approvals.ts#askForRestartApproval': row('operator', true, {}),
  'app/actions/approvals.ts#withdrawFromApproval': row('operator', true, ID),
  'app/actions/audit.ts#verifyAuditLog': row('viewer', false, {}),
  'app/actions/draft.ts#addChanges': row('editor', true, { changes: [{ op: 'remove-response', index: 0 }] }),
  'app/actions/draft.ts#adoptChangedFile': row('editor', true, {}),
  'app/actions/draft.ts#discardWholeDraft': row('editor', true, {}),
  'app/actions/draft.ts#removeCommand': row('editor', true, { changes: [], ids: ['none'] }),
  'app/actions/draft.ts#saveCommand': row('editor', true, { target: { kind: 'new' }, values: {} }),
  'app/actions/draft.ts#saveResponse': row('editor', true, { target: { kind: 'new' }, values: {} }),
  'app/actions/draft.ts#settleOneConflict': row('editor', true, { id: 'none', choice: 'mine' }),
  'app/actions/draft.ts#takeBackChanges': row('editor', true, { ids: ['none'] }),
  'app/actions/draft.ts#undoTo': row('editor', true, { changes: [] }),
  'app/actions/findings.ts#fixOneFinding': row('editor', true, { key: HEX32 }),
  'app/actions/findings.ts#muteOneFinding': row('editor', true, { key: HEX32, reason: 'a reason' }),
  'app/actions/findings.ts#unmuteOneFinding': row('editor', true, { key: HEX32 }),
  'app/actions/history.ts#bringDraftBack': row('editor', true, ID),
  'app/actions/history.ts#forgetDraft': row('editor', true, ID),
  'app/actions/history.ts#restoreRevision': row('editor', true, ID),
  'app/actions/history.ts#restoreRevisionBlock': row('editor', true, {
    ...ID,
    change: { op: 'remove-response', index: 0 },
  }),
  'app/actions/person.ts#proveMyself': row('viewer', false, { password: 'wrong' }),
  'app/actions/second-factor.ts#confirmAppFactor': row('viewer', true, { code: '000000' }),
  'app/actions/second-factor.ts#enterCode': row('nobody', false, { code: '000000', next: '/' }),
  'app/actions/second-factor.ts#removeAppFactor': row('viewer', true, { code: '000000' }),
  'app/actions/second-factor.ts#renewCodes': row('viewer', true, {}),
  'app/actions/second-factor.ts#startAppFactor': row('viewer', true, {}),
  'app/actions/settings.ts#changeSettings': row('admin', true, { fourEyes: false }),
  'app/actions/sign-in.ts#choosePassword': row('nobody', false, { token: 'none', password: LONG }),
  'app/actions/sign-in.ts#setUp': row('nobody', false, { name: 'Eve', login: 'eve', password: LONG, token: 'none' }),
  'app/actions/sign-in.ts#signIn': row('nobody', false, { login: 'nobody', password: LONG, next: '/' }),
  'app/actions/sign-in.ts#signOut': row('nobody', false, {}),
  'app/actions/users.ts#createUser': row('admin', true, { name: 'Eve', login: 'eve', role: 'viewer', limits: NONE }),
  'app/actions/users.ts#disableUser': row('admin', true, { person: 'none', disabled: true }),
  'app/actions/users.ts#endUserSession': row('admin', true, { person: 'none', session: 'none' }),
  'app/actions/users.ts#makePasswordLink': row('admin', true, { person: 'none' }),
  'app/actions/users.ts#resetSecondFactor': row('admin', true, { person: 'none' }),
  'app/actions/users.ts#saveUser': row('admin', true, { person: 'none', name: 'Eve', role: 'viewer', limits: NONE }),
  'app/actions/white-list.ts#addToWhiteList': row('editor', true, {
    values: { kind: 'address', address: '192.0.2.1', network: '', place: 'start', text: '', note: '', expiresOn: '' },
  }),
  'app/actions/white-list.ts#dismissLockOut': row('editor', true, { addresses: ['192.0.2.1'], reason: 'a reason' }),
  'app/actions/white-list.ts#guardOwnAddress': row('editor', true, { address: '192.0.2.1' }),
  'app/actions/white-list.ts#noteWhiteListEntry': row('editor', true, {
    address: '192.0.2.1',
    values: { note: '', expiresOn: '' },
  }),
  'app/actions/white-list.ts#protectOwnAddresses': row('editor', true, { addresses: ['192.0.2.1'] }),
};

export type RouteRow = {
  needs: Needs;
  /** An address that answers. */
  example: string;
  /** The answer is to be saved as a file. */
  file?: true;
  /** The answer sends the browser on: a page's policy. */
  going?: true;
  status?: number;
};

/** By the address that the folder stands for. All of them only read. */
export const ROUTES: Record<string, RouteRow> = {
  '/alerts/backtest': { needs: 'viewer', example: '/alerts/backtest?days=7&level=10' },
  '/apply/[id]/events': { needs: 'viewer', example: '/apply/999999/events', status: 404 },
  '/audit/export': { needs: 'viewer', example: '/audit/export', file: true },
  '/endpoints/skeleton': {
    needs: 'viewer',
    example: '/endpoints/skeleton?script=block.sh&system=linux&skeleton=bash',
    file: true,
  },
  '/healthz': { needs: 'nobody', example: '/healthz' },
  // Whole versions of the file, secrets included: for those who may change it.
  '/history/[id]/file': { needs: 'editor', example: '/history/1/file', file: true },
  '/history/[id]/patch': { needs: 'editor', example: '/history/999999/patch', status: 404 },
  '/history/export': { needs: 'editor', example: '/history/export?as=git', file: true },
  '/history/patch': { needs: 'editor', example: '/history/patch?from=1&to=disk', file: true },
  // Without a provider there is no such sign-in.
  '/oidc/callback': { needs: 'nobody', example: '/oidc/callback', status: 404, going: true },
  '/oidc/start': { needs: 'nobody', example: '/oidc/start', status: 404, going: true },
  '/review/lines': { needs: 'viewer', example: `/review/lines?sha256=${HEX64}&from=1&to=2`, status: 404 },
  '/review/patch': { needs: 'editor', example: '/review/patch', file: true },
  '/rules/matches': { needs: 'viewer', example: '/rules/matches?level=10' },
  '/rules/search': { needs: 'viewer', example: '/rules/search?q=ssh' },
  '/state': { needs: 'viewer', example: '/state' },
};

/** Pages, with an address of each. Those of the gallery are not there in production. */
export const PAGES: Record<string, { needs: Needs | 'not there'; example: string }> = {
  '/': { needs: 'viewer', example: '/' },
  '/account': { needs: 'viewer', example: '/account' },
  '/activity': { needs: 'viewer', example: '/activity' },
  '/apply/[id]': { needs: 'viewer', example: '/apply/1' },
  '/approvals': { needs: 'viewer', example: '/approvals' },
  '/approvals/[id]': { needs: 'viewer', example: '/approvals/1' },
  '/audit': { needs: 'viewer', example: '/audit' },
  '/commands': { needs: 'viewer', example: '/commands' },
  '/endpoints': { needs: 'viewer', example: '/endpoints' },
  '/gallery': { needs: 'not there', example: '/gallery' },
  '/gallery/shell': { needs: 'not there', example: '/gallery/shell' },
  '/history': { needs: 'viewer', example: '/history' },
  '/history/compare': { needs: 'viewer', example: '/history/compare?from=1' },
  '/responses': { needs: 'viewer', example: '/responses' },
  '/responses/[key]': { needs: 'viewer', example: '/responses/b0' },
  '/responses/[key]/agents': { needs: 'viewer', example: '/responses/r0/agents' },
  '/responses/new': { needs: 'viewer', example: '/responses/new' },
  '/review': { needs: 'viewer', example: '/review' },
  '/setup': { needs: 'nobody', example: '/setup' },
  '/sign-in': { needs: 'nobody', example: '/sign-in' },
  '/sign-in/code': { needs: 'nobody', example: '/sign-in/code' },
  // Who may not is told so, on the page.
  '/settings': { needs: 'viewer', example: '/settings' },
  '/source': { needs: 'viewer', example: '/source' },
  '/trace': { needs: 'viewer', example: '/trace' },
  '/users': { needs: 'viewer', example: '/users' },
  '/users/[person]': { needs: 'viewer', example: '/users/none' },
  '/users/new': { needs: 'viewer', example: '/users/new' },
  '/white-list': { needs: 'viewer', example: '/white-list' },
};

/** Has the role what is needed? null stands for who is not signed in. */
export const may = (role: Role | null, needs: Needs): boolean =>
  needs === 'nobody' || (role !== null && ROLES.indexOf(role) >= ROLES.indexOf(needs));
