/** Words of deciding about a request for a connector. */
export const requestDecisionMessages = {
  requestDecision: {
    title: 'Decision',
    conflicts: {
      title: 'What speaks against it',
      none: 'No conflicts were found, in Qualys as it was read last or in other requests.',
      severity: { error: 'Conflict', warning: 'To be known' },
    },
    mayNot: 'You cannot decide about this one',
    nobody: 'It waits for somebody who may decide.',
    next: {
      link: 'Next to decide ({{number}} left)',
      none: 'Nothing else to decide',
    },
    approve: {
      button: 'Approve',
      title: 'Approve {{name}}?',
      text: 'The connector is created in Qualys as it is asked for, as soon as Qualys can sign in to the account. These stay as they are:',
      conflicts_one:
        'There is {{count}} thing to be known before: see the page of the request.',
      conflicts_other:
        'There are {{count}} things to be known before: see the page of the request.',
      send: 'Approve',
      done: 'Approved: {{name}}.',
    },
    reject: {
      button: 'Reject',
      title: 'Reject {{name}}?',
      text: 'It ends here: no connector is created, and a key that the portal holds for it is wiped. Whoever asked is told why.',
      send: 'Reject',
      done: 'Rejected: {{name}}.',
    },
    change: {
      button: 'Approve with changes',
      title: 'Approve {{name}} with changes',
      intro:
        'What is agreed to takes the place of what was asked for. These stay as they are:',
      fixed: 'What stays as it is',
      general: 'Connector',
      people: 'Who it belongs to',
      ownerHint: 'The reference of a group, such as group:default/payments',
      systemHint:
        'The reference of a system, such as system:default/shop; empty for none',
      weakening:
        'After this, less is found or told than was asked for. Say why, for whoever asked.',
      send: 'Approve',
      nothing: 'Nothing is changed: it is approved as it was asked for.',
    },
  },
} as const;
