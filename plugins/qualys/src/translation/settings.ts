/** Words of everything that changes settings, whatever they belong to. */
export const settingsMessages = {
  settings: {
    actionsOf: 'What can be done with {{name}}',
    effect: {
      widening: 'Widening',
      neutral: 'Neutral',
      weakening: 'Weakening',
    },
    change: '{{name}} {{before}} → {{after}}',
    before: 'Before',
    after: 'After',
    none: 'none',
    on: 'on',
    off: 'off',
    cancel: 'Cancel',
    close: 'Close',
    back: 'Back',
    review: 'Review changes',
    save: 'Save',
    saving: 'Saving…',
    edit: 'Edit',
    opening: 'Opening the form',
    discardTitle: 'Discard what you have entered?',
    discardText: 'Nothing of it has been saved.',
    discard: 'Discard',
    keepEditing: 'Keep editing',
    reason: 'Reason',
    reasonHint: 'Kept in the history',
    reasonMissing: 'Say why, in a few words (at least 3 characters)',
    reviewTitle: 'What will change',
    nothingChanges: 'Nothing would change.',
    weakening:
      'After this, less is found or told than before. Say why, for whoever asks later.',
    mayNotWeakenTitle: 'You may not make weakening changes',
    mayNotWeaken:
      'After this, less would be found or told than before, for which you need the permission {{permission}} on this entity. Go back and leave the weakening changes out, or ask somebody who has it.',
    lookAgain: 'Look again',
    outcomeUnknown:
      'Nothing that you entered is lost. Look again to see what the portal knows now, before you save again.',
    changedTitle: 'It has changed since you began',
    changedBy: 'Changed {{when}} by {{who}}.',
    changedMeanwhile: 'What changed meanwhile',
    changedNothing: 'The settings themselves are still the same.',
    changed:
      'Nothing has been saved. You can go on on top of this: what you changed stays as you have it, everything else is as it is now.',
    goOn: 'Go on from there',
    fieldNotAllowed:
      'You need the permission {{permission}} on this entity to change this.',
    action: {
      update: 'Settings changed',
      adopt: 'Present settings entered',
      regenerateExternalId: 'New external ID made',
      confirmExternalId: 'External ID confirmed as trusted',
      enable: 'Switched on',
      disable: 'Switched off',
      run: 'Started now',
      launchScan: 'Scan launched',
      cancelScan: 'Scan cancelled',
      create: 'Created',
      rename: 'Renamed',
      removeAccounts: 'All accounts removed',
      delete: 'Deleted',
    },
    outcome: {
      partly: {
        title: 'Done in part',
        text: 'Some of its steps were done, and others were not.',
      },
      refused: {
        title: 'Refused',
        text: 'Qualys did not take it, and everything stayed as it was.',
      },
      unknown: {
        title: 'Outcome not known',
        text: 'The answer was lost: Qualys has either the old settings or these.',
      },
    },
    steps: {
      title: 'How it is done',
      explanation:
        'Qualys has no single call for this. It is done in these steps, and ends the same whatever Qualys makes of them in between:',
      failedTitle: 'What is done and what is not',
      lookAgain:
        'Nothing that you entered is lost. Look again to see what Qualys holds now: what is left to do is shown then.',
      accounts_one: '{{count}} account',
      accounts_other: '{{count}} accounts',
      create: 'The integration “{{name}}” is created, without any account yet.',
      configure: 'It gets its first accounts: {{accounts}}.',
      write:
        'The whole integration is sent: {{accounts}} as asked for, all others as they have just been read.',
      removeRegions:
        'What is left over is taken out, where Qualys still has it: {{regions}}.',
      regionsOf: '{{regions}} of {{account}}',
      removeAllAccounts: 'All accounts are taken out of the integration.',
      readBack:
        'What Qualys holds is read back, and compared with what was asked for.',
      state: {
        done: 'Done',
        notNeeded: 'Not needed',
        failed: 'Failed',
        unknown: 'Not known whether it was done',
        notDone: 'Not done',
      },
    },
    history: {
      title: 'History of changes',
      button: 'History',
      loading: 'Reading the history of changes',
      none: 'Nothing has been done here yet. Changes that were made in Qualys itself are not part of this history.',
      byAt: '{{who}}, {{when}}',
      changes: 'What was changed',
      reason: 'Reason: {{reason}}',
      restore: 'Restore these settings',
      restoreOf: 'Restore these settings: {{when}}',
    },
  },
} as const;
