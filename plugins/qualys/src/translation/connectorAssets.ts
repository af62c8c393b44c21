/** Words of what a connector makes of its assets, and of its perimeter scan. */
export const connectorAssetsMessages = {
  connectorAssets: {
    button: 'Assets and scans',
    buttonOf: 'Assets and scans of {{name}}',
    title: 'Assets and scans of {{name}}',
    saved: 'Saved: Qualys has the tags, modules and scans of {{name}}.',
    notKnown:
      'Asset Management does not know this connector, and tags, modules and scans can be changed there alone.',
    notUpdatable:
      'Asset Management changes only connectors that were created in the Connector application of Qualys, and this one was not.',
    setting: {
      defaultTags: 'Tags of its assets',
      activation: 'Modules',
      enabled: 'Perimeter scan',
      ownConfiguration: 'Own configuration of the perimeter scan',
      optionProfileId: 'Option profile',
      recurrence: 'Recurrence',
      daysOfWeek: 'Days',
      scanPrefix: 'Prefix of the scan’s name',
      startDate: 'Start date',
      startTime: 'Start time',
      timezone: 'Time zone',
    },
    form: {
      intro:
        'This is how Asset Management has it just now. Everything that is not changed stays as it is.',
      missing: 'Needed for a configuration of its own',
      noDay: 'Choose at least one day',
      daily: 'Daily',
      weekly: 'Weekly',
      assets: 'Assets',
      noTags: 'None',
      unknown:
        'Qualys does not say what it is now, so that it cannot be changed here.',
      addTag: 'Add a tag',
      addThisTag: 'Add this tag',
      add: 'Add',
      removeTag: 'Remove the tag {{name}}',
      tagHint: 'The name or the ID of a tag of the subscription',
      tagHintSome:
        'The name of one of the tags that are offered, or the ID of any tag of the subscription',
      tagUnknown: 'No tag of this name is known here: enter its ID',
      modulesHint: 'What the assets that it finds are activated for',
      scan: 'Perimeter scan',
      scanHint:
        'Qualys scans what of the account can be reached from the internet.',
      enabled: 'Scan the account',
      configuration: 'Configuration',
      ofSubscription: 'That of the subscription',
      own: 'Its own',
      chooseProfile: 'Choose one',
      profileHint:
        'The ID of an option profile of Vulnerability Management. Qualys does not tell here which there are.',
      prefix: 'prefix',
      prefixHint: 'The scan will be called {{name}}',
      dateUnclear:
        'Qualys says {{date}}, which can be read in two ways. Enter it again to change the scan.',
      timezoneHint: 'For example Europe/Berlin',
    },
  },
} as const;
