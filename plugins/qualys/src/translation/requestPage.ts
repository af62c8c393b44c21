/** Words of the page of one request for a connector. */
export const requestPageMessages = {
  requestPage: {
    loading: 'Reading the request',
    noName: 'Request without a name',
    back: 'Back to the requests',
    subtitle: 'Asked for by {{who}}, begun {{when}}',
    notFoundTitle: 'There is no such request, or not for you',
    notFound:
      'The link may be cut off, or the request is one that you may not see.',
    notAllowed:
      'You need the permission {{permission}} on this request to see it. Whoever runs this portal can give it to you.',
    notRefreshed:
      'What is shown below is what was known last. It may have changed since.',
    expires:
      'It comes to its end by itself {{when}} unless somebody does something.',
    looksAgain: 'The portal looks again {{when}}.',
    qualysSaid: 'Qualys said: {{said}}',
    reportedState: 'Its state in Qualys’ words: {{state}}.',
    next: {
      title: 'What to do next',
      draft: 'Nobody has been asked yet. Go on with the draft, and submit it.',
      draftOther:
        'It is being written by {{who}}. Nobody has been asked to decide yet.',
      submitted:
        'It waits for somebody to decide. You need not do anything until then.',
      submittedDecide: 'It waits for a decision, which you can take below.',
      submittedOther: 'It waits for a decision.',
      approved:
        'It is agreed to, and waits for its turn. This page follows by itself.',
      awaitingAccess:
        'It is agreed to. Give Qualys what it needs to sign in to the account, and the connector is created.',
      awaitingAccessOther:
        'It is agreed to. It waits for {{who}} to give what Qualys needs to sign in to the account.',
      provisioning:
        'The connector is being created in Qualys. This page follows by itself.',
      verifying:
        'The connector is in Qualys, which reads the account for the first time. That can take a while; this page follows by itself.',
      active: 'Qualys reads the account. The connector is {{connector}}.',
      activeSoon:
        'Qualys reads the account. The connector appears in the catalog shortly.',
      failed:
        'Mend what is described above. Then have it tried again: nothing is created twice.',
      failedOther:
        'It waits for somebody who may change it to mend this, and to have it tried again.',
      rejected: 'It was decided against.',
      rejectedBecause: 'It was decided against: {{reason}}',
      cancelled: 'It was cancelled.',
      cancelledBecause: 'It was cancelled: {{reason}}',
      expired: 'It has come to its end, since nobody went on with it.',
      leftOver:
        'The connector that was created stays in Qualys: {{connector}}.',
      mayBeLeftOver:
        'Qualys was told to create the connector, and it is not known whether it did: it may be there.',
    },
    failure: {
      accessRefused: 'Qualys was not let into the account',
      settingsRefused: 'Qualys did not take the settings',
      conflict: 'Another connector is in the way',
      secretUnreadable: 'The key must be given again',
      portalRefused: 'The portal could not do it',
      stillPending: 'Qualys has not read the account in time',
      connectorGone: 'The connector was deleted in Qualys meanwhile',
      readFailed: 'Qualys could not read the account',
      other: 'It did not work',
      leftBehind: 'What may be left in Qualys',
    },
    waitingTitle: 'Why it does not move',
    accessNow: 'Give what Qualys signs in with',
    accessEarly: 'Give at once what Qualys signs in with',
    accessMend: 'Give another role or key',
    course: {
      title: 'Course',
      done: 'done',
      now: 'now',
      ahead: 'to come',
      stopped: 'ended here',
      portal: 'the portal',
      rule: 'the portal, by the rule “{{rule}}”',
      direct: 'Nobody had to decide: whoever asked may create connectors.',
    },
    settings: {
      title: 'What is asked for',
      requester: 'Asked for by',
      arn: 'Role ARN',
      externalId: 'External ID',
      key: 'Key',
      keyHeld: 'Given; the portal holds it encrypted, and shows it to nobody',
      keyMissing: 'Not given yet',
      keyWiped: 'Wiped: it is needed no more',
      keyExpiresOn: 'Key expires on',
      createThrough: 'Created through',
      id: 'Connector ID',
      assetManagementId: 'ID in Asset Management',
    },
    history: {
      title: 'History',
      none: 'Nothing has happened yet.',
      changes: 'What whoever approved has changed',
      action: {
        save: 'Draft saved',
        submit: 'Submitted',
        withdraw: 'Taken back',
        giveAccess: 'Access given',
        approve: 'Approved',
        reject: 'Rejected',
        cancel: 'Cancelled',
        retry: 'Tried again',
        awaitAccess: 'Waits for access',
        provision: 'Creation begun',
        verify: 'Created; first reading begun',
        activate: 'Account read',
        fail: 'Failed',
        expire: 'Expired',
      },
    },
    actions: 'What can be done with this request',
    edit: 'Go on with the draft',
    changed: {
      stateNow: 'It is now: {{state}}.',
      noLonger:
        'What you were about to do is no longer possible. Nothing was done.',
      goOn: 'Nothing was done. You can go on on top of this.',
    },
    sending: 'Sending…',
    reasonFor: 'Told to whoever asked, and kept in the history',
    withdraw: {
      button: 'Take it back',
      title: 'Take the request back?',
      text: 'It becomes a draft again, which you can change and submit anew. Whoever decides is no longer asked.',
      send: 'Take it back',
      done: 'Taken back: {{name}} is a draft again.',
    },
    cancel: {
      button: 'Cancel the request',
      title: 'Cancel the request?',
      text: 'It ends here, and cannot be taken up again. A key that the portal holds for it is wiped.',
      leftOver:
        'The connector is in Qualys already, and stays there: whoever runs this portal can delete it.',
      mayBeLeftOver:
        'Qualys was told to create the connector, and it is not known whether it did. If you have it tried again instead, the portal looks for it first. If you cancel, whoever runs this portal is told to look for it in Qualys.',
      send: 'Cancel the request',
      keep: 'Keep it',
      done: 'Cancelled: {{name}}.',
    },
    retry: {
      button: 'Try again',
      title: 'Try again?',
      text: 'The portal looks in Qualys first, and creates the connector only where it is not there: nothing is created twice.',
      send: 'Try again',
      done: '{{name}} is being tried again.',
    },
  },
} as const;
