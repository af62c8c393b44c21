/** Words of the migration of a connector's external ID. */
export const externalIdMigrationMessages = {
  externalIdMigration: {
    button: 'Migrate external ID',
    buttonOf: 'Migrate external ID: {{name}}',
    title: 'Migrate the external ID of {{name}}',
    intro:
      'The connector has an external ID of the form before 2021, and Qualys takes no other change of it until it has one of the present form. Qualys keeps reading the account all the while if the steps are taken in this order. You can close this at any time and go on later.',
    step: {
      new: 'Make the new external ID',
      trust: 'Let the role trust both, and give the new one to Qualys',
      run: 'Let Qualys read the account with it',
      remove: 'Remove the old one',
    },
    noStep: 'Nothing: it is done',
    moved: {
      nextStep: 'Next step',
      newExternalId: 'New external ID',
      another:
        'Nothing has been sent to Qualys. The new external ID is another one now: let the condition of the role name it in the place of the one that you saw, and then say again that it names both.',
    },
    newText:
      'It begins with the Qualys platform and the number of the Qualys subscription; the rest is made at random. Nothing is sent to Qualys yet.',
    pod: 'Qualys POD',
    subscriptionId: 'Subscription ID',
    partMissing: 'Neither the portal nor another connector knows it: enter it',
    source: {
      configuration: 'As the portal is configured',
      connectors: 'As other connectors of this subscription have it',
      unknown: 'To be found in Qualys, where a new AWS connector is created',
    },
    newId: 'The new external ID:',
    newIdName: 'the new external ID',
    trustText:
      'In the trust policy of the role {{arn}}, let this condition name both of them, and change nothing else:',
    conditionName: 'the condition',
    updateText:
      'Qualys then gets the new one, with all other settings as they are, and reads the account once. Without the new one in the condition, it could not read the account any more.',
    trusted: 'The condition of the role names both',
    mayNotWeaken:
      'Nobody can see from here whether the role trusts the new external ID, so that giving it to Qualys takes the permission {{permission}} on this entity. Ask somebody who has it to go on from here.',
    another: 'Make another one',
    runText:
      'Qualys has the new external ID. Have it read the account, to see that the role trusts it.',
    running: 'Qualys is reading the account. It says: {{state}}.',
    since: 'Started {{when}}.',
    progress: 'Qualys is reading the account',
    leave:
      'This can take some minutes, and longer for a large account. It is looked at again every 15 seconds; you can also close this and come back.',
    look: 'Look now',
    offTitle: 'The connector is switched off',
    off: 'Qualys does not read the account, so that nobody can see whether the role trusts the new external ID. Close this, switch the connector on, and come back.',
    failedTitle: 'Qualys could not read the account',
    failed: {
      check: 'The old external ID must stay in the condition. Check that',
      condition:
        'the condition of the role’s trust policy names the new external ID, letter by letter',
      principal:
        'the trust policy still names the AWS account of Qualys as the principal that may assume the role',
      role: 'the role {{arn}} exists, and may read the account',
    },
    removeText:
      'Qualys has read the account with the new external ID. In the trust policy of the role, let the condition name that one alone:',
    done: 'Done: the connector has an external ID of the present form, and its settings can be changed.',
    action: {
      prepare: 'Make the external ID',
      update: 'Give it to Qualys',
      run: 'Run now',
      runAgain: 'Run again',
      finish: 'Done, the old one is removed',
    },
    underWay: 'Its external ID is being migrated',
    begun:
      'Begun {{when}} by {{who}}. Until it is done, the condition of the role must name the old and the new one.',
    goOn: 'Continue',
    goOnOf: 'Continue the migration of the external ID of {{name}}',
  },
} as const;
