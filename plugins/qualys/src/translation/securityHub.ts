/** Words of the Security Hub integrations, on an entity's page and for the platform team. */
export const securityHubMessages = {
  securityHub: {
    title: 'Qualys in AWS Security Hub',
    id: 'Integration {{id}} of the subscription {{subscription}}',
    asOf: 'As of {{when}}',
    staleTitle: 'What is shown is as of {{when}}',
    loading: 'Asking Qualys about the integration {{id}}',
    goneTitle: 'Not found in Qualys',
    gone: 'Accounts of this entity are bound to the integration {{id}}, but Qualys does not know it. It was deleted there, or the portal’s Qualys account may no longer see it.',
    shared:
      'Accounts of other teams stand in this integration, too. They are not shown here, and nothing that is changed here touches them.',
    notShared: 'No other accounts stand in this integration.',
    totals: '{{accounts}} in {{regions}}',
    accounts_one: '{{number}} account',
    accounts_other: '{{number}} accounts',
    regions_one: '{{number}} region',
    regions_other: '{{number}} regions',
    nothingTitle: 'Nothing is posted',
    nothing:
      'None of the accounts of this entity stands in the integration, so Security Hub gets nothing of them.',
    matrixOf: 'Accounts and regions of {{name}}',
    account: 'AWS account',
    accountOf: 'Account {{account}}',
    settingOf: 'Account {{account}}: {{setting}}',
    setting: {
      name: 'Name',
      minSeverity: 'Minimum severity',
      baseCategory: 'Lowest category',
    },
    category: { Potential: 'Potential', Confirmed: 'Confirmed' },
    posted: 'posted',
    notPosted: 'not posted',
    absent: 'Not in the integration: nothing of it is posted',
    total: 'Together',
    editOf: 'Edit {{name}}',
    historyOf: 'History of {{name}}',
    saved: 'Saved: Qualys has what was asked for in {{name}}.',
    integrationComes: 'The integration {{name}} is created',
    integrationGoes: 'The integration {{name}} is deleted',
    comes: 'comes in',
    comesWith:
      'comes in: severity {{severity}}, from the category {{category}}, in {{regions}}',
    goes: 'goes: nothing of it is posted any more',
    goesWith:
      'goes: nothing of it is posted any more. It had severity {{severity}}, from the category {{category}}, in {{regions}}',
    regionsAdded_one: '{{count}} region added: {{regions}}',
    regionsAdded_other: '{{count}} regions added: {{regions}}',
    regionsRemoved_one: '{{count}} region removed: {{regions}}',
    regionsRemoved_other: '{{count}} regions removed: {{regions}}',
    twiceTitle: 'It cannot be changed from here',
    twice_one:
      'Qualys has the account {{accounts}} more than once in this integration, so that the integration cannot be written back as it is. The platform team has to put this right in Qualys.',
    twice_other:
      'Qualys has the accounts {{accounts}} more than once in this integration, so that the integration cannot be written back as it is. The platform team has to put this right in Qualys.',
    form: {
      introTeam:
        'Tick the regions in which findings of an account are posted. Only the accounts of this entity are shown and changed; those of other teams stay as they are.',
      introPlatform:
        'Tick the regions in which findings of an account are posted. These are the accounts of all teams.',
      categoryHint:
        'The lowest category is the first that is posted: from “Potential”, confirmed vulnerabilities as well; from “Confirmed”, these alone. Qualys does not say so in so many words.',
      none: 'There is no account in it yet. Add the first one below.',
      noColumns: 'Add the first region below.',
      cell: '{{account}} in {{region}}',
      remove: 'Remove',
      removeOf: 'Remove the account {{account}}',
      addTitle: 'Add to the matrix',
      account: 'AWS account',
      accountHint: 'Its 12 digits',
      addAccount: 'Add account',
      chooseAccount: 'Choose an account',
      noAccountLeft:
        'All AWS accounts that are bound to this entity stand in the matrix. Another one is named in the annotation {{annotation}} of the entity, and can be added once that claim is accepted.',
      accountTwice: 'stands in the matrix already',
      region: 'AWS region',
      regionHint: 'For example eu-west-2',
      addRegion: 'Add region',
      regionTwice: 'is a column of the matrix already',
      noRegion: 'Tick at least one region, or remove the account',
      notAdded: 'is not in the matrix yet: add it, or empty this field',
      added: '{{what}} was added to the matrix.',
      removed: '{{what}} was removed from the matrix.',
    },
    aws: {
      title: 'What AWS itself needs',
      intro:
        'AWS takes the findings of Qualys only where all of this is done in an account, region by region. The portal can neither do it nor see whether it is done:',
      enabled: 'Security Hub is switched on in the account, in each region.',
      product:
        'AWS lists the product of Qualys as {{arn}}. Older lists have the number of Qualys’ own AWS account in it, and it is not known whether China and GovCloud have the product at all. What Security Hub shows is what holds:',
      accept:
        'Each account accepts the findings of the product, with the ARN that was shown:',
      acceptOf: 'In the account {{account}}:',
      acceptUnknown:
        'To which partition of AWS its regions belong is not known here, and so no product ARN either.',
      showCommands: 'the commands that show the product ARN',
      acceptCommands: 'the commands that accept the findings in {{account}}',
    },
  },
  hubs: {
    heading: 'Security Hub integrations',
    explanation:
      'An integration posts the vulnerabilities that Qualys finds into AWS Security Hub of its accounts. It holds the accounts of many teams, who see and change their own rows on the pages of their services.',
    loadingStatus: 'Loading the subscriptions',
    loading: 'Loading the Security Hub integrations of {{subscription}}',
    noSubscriptionsTitle: 'No subscription is configured',
    noSubscriptions:
      'Name a Qualys subscription in the configuration of the portal first.',
    noneTitle: 'There is no Security Hub integration',
    none: 'Qualys holds none in this subscription. The first one can be created here.',
    create: 'New integration',
    createIn: 'New integration in {{subscription}}',
    createTitle: 'New Security Hub integration in {{subscription}}',
    createIntro:
      'Qualys creates an integration by its name first, and then takes its accounts. If the second step fails, the integration stays without accounts, and can be configured or deleted here.',
    nameHint: 'Unique in the subscription; it can be changed later',
    nameField: 'Integration',
    rows: 'Accounts and regions',
    created: 'Created: {{name}}.',
    notThere:
      'Qualys does not have {{name}}, or not yet. Nothing that you entered is lost: look again in a while, or save it again.',
    noRows: 'Add at least one account',
    unconfiguredTitle: 'Without accounts: it posts nothing',
    unconfigured:
      'It was created and not configured yet, or all of its accounts were removed. It can be configured now, or deleted.',
    configure: 'Configure',
    configureOf: 'Configure {{name}}',
    rename: 'Rename',
    renameOf: 'Rename {{name}}',
    renamed: 'Renamed: {{name}}.',
    removeAccounts: 'Remove all accounts',
    removeAccountsOf: 'Remove all accounts from {{name}}',
    removeAccountsText:
      'Nothing of any account is posted into Security Hub any more. The integration itself stays, without accounts.',
    removeAccountsUnknown:
      'Qualys does not document what this call wants to be sent: it is sent without anything, and again with all accounts where Qualys wants them named.',
    accountsRemoved: 'All accounts were removed from {{name}}.',
    delete: 'Delete',
    deleteOf: 'Delete {{name}}',
    deleteText:
      'The integration is deleted in Qualys, with all of its accounts. This cannot be undone: a new one would have another id, and the entities of the teams would have to name that.',
    deleted: 'Deleted: {{name}}.',
    typeName: 'Type the name of the integration',
    typeNameHint: 'To confirm: {{name}}',
    nameDiffers: 'This is not the name of the integration',
  },
} as const;
