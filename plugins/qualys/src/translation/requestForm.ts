/** Words of the form with which a connector is asked for. */
export const requestFormMessages = {
  requestForm: {
    intro:
      'A connector lets Qualys read a cloud account. Say which account and what for; somebody decides, and then it is created. Nobody has to make a role or a key before that.',
    loading: 'Preparing the form',
    choose: 'Choose one',
    next: 'Next',
    toReview: 'Go on to the review',
    leave: 'Save and leave',
    submit: 'Submit the request',
    submitting: 'Submitting…',
    submitDirectly: 'Create without asking',
    submitted: 'Submitted: {{name}}. You hear of it when it is decided.',
    created: 'Qualys gets the connector {{name}} without anybody being asked.',
    somebodyElse: 'somebody else',
    toRequest: 'Show the request',
    mayNotSaveTitle: 'You may not change this draft',
    noDraftTitle: 'It is a draft no more',
    noDraft: 'Its state is: {{state}}. It can only be changed as a draft.',
    noSubscriptionTitle: 'There is nothing to ask for',
    noSubscription:
      'No Qualys subscription is configured in which connectors can be created.',
    noGroupTitle: 'You are in no group',
    noGroup:
      'A connector is owned by one of the groups of whoever asks for it, and the catalog has you in none. Somebody in a group can ask for it, or you join one.',
    step: {
      target: 'Cloud and subscription',
      what: 'What, and for whom',
      settings: 'Settings',
      access: 'Access for Qualys',
      review: 'Review and submit',
    },
    draft: {
      saving: 'Saving the draft…',
      saved: 'The draft is saved.',
      savedInPart: 'The draft is saved, but not all that you typed.',
      failed: 'The draft is not saved.',
      retries: 'That is tried again by itself.',
      unsaved: 'The draft is saved in a moment.',
      half: 'Kept once it is complete and right: {{settings}}.',
      waiting: 'Kept when you go on: {{settings}}.',
      keptOnLeave: 'What you typed is kept as a draft, among your requests.',
      keptInPart:
        'What you typed is kept as a draft, among your requests, all but this: {{settings}}.',
      lost: 'What you typed last is not kept in the draft: {{why}}',
      lostToOthers: 'it was changed meanwhile.',
    },
    target: {
      legend: 'Which cloud, for which subscription',
      fixed:
        'The cloud and the subscription of a draft stay. Begin another request for another one.',
      providerHint: 'The cloud of the account that Qualys shall read',
      noClouds:
        'The portal reads no connectors of this subscription, so that none can be asked for.',
    },
    what: {
      account: 'The account',
      accountHint: {
        AWS: 'The 12 digits of the account',
        AZURE: 'The ID of the Azure subscription',
        GCP: 'The ID of the project, not its number',
      },
      directoryHint: 'Of Microsoft Entra, where the application is registered',
      applicationHint:
        'The application that Qualys signs in as: register it in Microsoft Entra. Its secret is only needed later.',
      govCloud: 'The subscription is in Azure Government',
      whom: 'The connector',
      nameHint: 'What the connector is called in Qualys and in this portal',
      nameTaken: 'Choose a name that is not taken',
      ownerHint: 'One of your groups',
      systemHint: 'The system that it belongs to, if any',
      entityHint:
        'The service that it is asked for, if any: it shows the connector on its page',
      purposeHint: 'For whoever decides: what it is needed for',
      descriptionHint: 'For Qualys: what stands there beside the name',
    },
    settings: {
      remediation: 'Let Qualys change cloud resources',
      readRegions: 'Read',
      allRegions: 'All regions',
      someRegions: 'Only some regions',
      regions: 'Regions that are read',
      otherRegions: 'Other regions',
      otherRegionsHint: 'Codes of regions that are not listed, with commas',
    },
    access: {
      intro:
        'Nobody needs to make a role or hand over a key before the request is agreed to. Whoever has them already may hand them over at once; otherwise go on, and do so then.',
      mayNot: 'You may not hand over what Qualys signs in with',
    },
    held: {
      AWS: {
        title: 'The role is handed over already',
        text: 'It is for this account in this partition. When you change one of them and go on, the role is wiped, and has to be handed over again.',
        goesTitle: 'The role that was handed over will be wiped',
        goes: 'It is for another account or partition. It is wiped when you go on, or save and leave; take back the change to keep it.',
        wiped:
          'The role that was handed over is wiped: it was for another account or partition.',
      },
      AZURE: {
        title: 'The key is handed over already',
        text: 'It is for this subscription, directory and application. When you change one of them and go on, the key is wiped, and has to be handed over again.',
        goesTitle: 'The key that was handed over will be wiped',
        goes: 'It is for another subscription, directory or application. It is wiped when you go on, or save and leave; take back the change to keep it.',
        wiped:
          'The key that was handed over is wiped: it was for another subscription, directory or application.',
      },
      GCP: {
        title: 'The key is handed over already',
        text: 'It is for this project. When you change it and go on, the key is wiped, and has to be handed over again.',
        goesTitle: 'The key that was handed over will be wiped',
        goes: 'It is for another project. It is wiped when you go on, or save and leave; take back the change to keep it.',
        wiped:
          'The key that was handed over is wiped: it was for another project.',
      },
    },
    review: {
      accessGiven: {
        AWS: 'The role is handed over already.',
        AZURE: 'The key is handed over already.',
        GCP: 'The key is handed over already.',
      },
      accessLater: {
        AWS: 'The role is made and handed over once the request is agreed to.',
        AZURE: 'The key is handed over once the request is agreed to.',
        GCP: 'The key is handed over once the request is agreed to.',
      },
      wrongTitle: 'Something has to be put right first',
      wrong: 'Go back to the steps with fields that are wrong.',
      conflictsTitle: 'Whoever decides will see this',
      conflicts: 'It can be submitted all the same.',
      uncheckedTitle: 'It could not be checked whether it collides with others',
      unchecked: 'That is checked again when it is decided.',
      submitText:
        'Once it is submitted, it can be taken back until it is decided.',
    },
  },
} as const;
