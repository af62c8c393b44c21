/** Words that every part of the plugin uses. */
export const commonMessages = {
  provider: { AWS: 'AWS', AZURE: 'Azure', GCP: 'GCP' },
  connectorState: {
    success: 'Success',
    pending: 'Pending',
    error: 'Error',
    disabled: 'Disabled',
    unknown: 'Unknown',
  },
  connectorStateMeaning: {
    success: 'Qualys reads the account.',
    pending: 'Qualys has not finished, or not begun, reading the account.',
    error: 'Qualys cannot read the account.',
    disabled: 'Somebody switched the connector off in Qualys.',
    unknown:
      'Qualys reports “{{reportedState}}”, a state that this portal does not know.',
  },
  severity: {
    minimal: 'Minimal',
    low: 'Low',
    medium: 'Medium',
    high: 'High',
    critical: 'Critical',
    from: '{{severity}} and higher ({{name}})',
  },
  time: {
    never: 'never',
    justNow: 'just now',
    unknown: 'not known',
  },
  age: {
    asOf: 'As of {{when}}',
    asOfFor: '{{title}}: as of {{when}}',
    staleTitle: '{{title}} is out of date',
    stale:
      'The last complete sync ended {{when}}, and the next one is overdue. What is shown here is what was known then.',
    problemTitle: 'The last sync of {{title}} did not complete',
    problem: 'What is shown here is as of {{when}}.',
    neverTitle: '{{title}} has not been read yet',
    never:
      'No sync of this subscription has completed so far. Its connectors appear as they are read.',
    retryAfter: 'Qualys can be asked again from {{time}}.',
  },
  feed: {
    assetManagement: 'Asset Management',
    cloudView: 'CloudView',
    age: '{{feed}}: read {{when}}',
    ageInPart: '{{feed}}: the newest read {{when}}, all of it {{full}}',
    never: '{{feed}}: not read completely yet',
    stale:
      '{{feed}} was last read {{when}}. What it says of connectors is what was known then.',
    staleNever: '{{feed}} has not been read completely yet.',
  },
  problem: {
    offline: 'The portal cannot be reached',
    signedOut: 'Your sign-in has ended',
    signedOutText: 'Reload the page and sign in again.',
    notAllowed: 'You are not allowed to see this',
    authentication: 'Qualys refuses the portal’s user name and password',
    permission: 'Qualys does not allow this to the portal’s account',
    notFound: 'Not found, or out of scope',
    invalid: 'The request was not understood',
    conflict: 'It does not go with how things are now',
    limited: 'Too many requests',
    limitedUntil: 'Limited until {{time}}',
    unavailable: 'Qualys cannot be reached',
    unexpectedAnswer: 'The answer could not be read',
    outcomeUnknown: 'It is not known whether this took effect',
    internal: 'Something went wrong in the portal',
    preconditionFailed: 'It has changed meanwhile',
    preconditionRequired: 'The request was not understood',
    retry: 'Try again',
  },
  permission: {
    title: 'You are not allowed to see this',
    missing:
      'You need the permission {{permission}}. Whoever runs this portal can give it to you.',
    action:
      'You need the permission {{permission}} for this. Whoever runs this portal can give it to you.',
  },
  steps: { done: '(done)' },
  copy: { done: 'Copied', label: 'Copy {{what}}' },
  paging: {
    range: '{{from}}–{{to}} of {{total}}',
    pageSize: 'Rows per page',
    previous: 'Previous page',
    next: 'Next page',
    loading: 'Loading…',
  },
} as const;
