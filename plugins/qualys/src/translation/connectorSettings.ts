/** Words of the settings of a connector. */
export const connectorSettingsMessages = {
  connectorSettings: {
    editOf: 'Edit {{name}}',
    historyOf: 'Changes of {{name}}',
    run: 'Run now',
    runOf: 'Run now: {{name}}',
    enable: 'Switch on',
    enableOf: 'Switch on {{name}}',
    disable: 'Switch off',
    disableOf: 'Switch off {{name}}',
    changes: 'Changes',
    notInCloudView:
      'It cannot be changed from here: Asset Management alone knows it.',
    onlyAssets:
      'Asset Management alone knows it: only its assets and scans can be changed from here.',
    saved: 'Saved: Qualys has the settings of {{name}}.',
    done: {
      run: 'Qualys is reading the account of {{name}} now.',
      enable: '{{name}} is switched on.',
      disable: '{{name}} is switched off.',
    },
    explain: {
      run: 'Qualys reads the account now, out of turn. How it went shows here after the next sync.',
      enable: 'Qualys reads the account again, as often as the connector says.',
      disable:
        'Qualys no longer reads the account: what it knows of it grows old, and nothing new is found.',
    },
    already: {
      enable: 'It is switched on already.',
      disable: 'It is switched off already.',
    },
    locked: {
      title: 'Only switching it on and off is possible',
      legacyExternalId:
        'Its external ID is of the form before 2021, and Qualys takes no update without one of the present form. Migrate it first.',
    },
    setting: {
      name: 'Name',
      description: 'Description',
      pollingFrequency: 'Polling frequency',
      remediationEnabled: 'Remediation',
      disabled: 'Switched off',
      authenticationKey: 'Authentication key',
      keyFile: 'Key file',
      externalId: 'External ID',
      keyExpiresOn: 'Key expires on',
    },
    secretReplaced: 'another one, which is not shown',
    frequency: '{{hours}} h {{minutes}} min',
    form: {
      intro:
        'This is how Qualys has it just now. Everything that is not changed stays as it is.',
      general: 'Connector',
      nameHint: '1 to 255 characters on one line',
      polling: 'Polling',
      pollingHint:
        'How often Qualys reads the account: every four hours unless set. Qualys’ own pages offer 1 to 24 hours.',
      hours: 'Hours',
      minutes: 'Minutes',
      remediation: 'Remediation',
      remediationHint:
        'For subscribers of Cloud Security Assessment only. It lets Qualys change cloud resources, for which the connector’s role needs the right to write.',
      remediationNow: 'At present: {{now}}',
      remediationUnknown: 'Qualys does not say what holds at present.',
      unchanged: 'Leave it as it is',
      on: 'Switch it on',
      off: 'Switch it off',
      credentials: 'Credentials',
      keyHint:
        'The secret of the application. It is needed for every change, since it is not known whether Qualys keeps the one that it has when it gets none. It is sent to Qualys and kept nowhere else.',
      keyMissing: 'Enter the key: every change of an Azure connector needs it',
      keyFileHint:
        'Only to replace it: the key file (JSON) of a service account of the project. It is sent to Qualys and kept nowhere else.',
      keyFileChosen: 'Chosen: {{name}}',
      keyFileKept: 'The key file that you chose will be sent',
      keyFileTooLarge:
        '“{{name}}” is larger than any key file, and was not taken (100 kB at most)',
      keyFileUnreadable:
        '“{{name}}” could not be read. Choose it again, or another one.',
      keyFileRemove: 'Remove the file',
    },
  },
} as const;
