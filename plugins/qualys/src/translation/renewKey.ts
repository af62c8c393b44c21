/** Words of the keys that Qualys signs in with, and of their renewal. */
export const renewKeyMessages = {
  renewKey: {
    button: 'Renew key',
    buttonOf: 'Renew key: {{name}}',
    title: 'Renew the key of {{name}}',
    intro: {
      authenticationKey:
        'Make a new client secret for the application in Microsoft Entra first, and let the old one stay until Qualys has read the subscription with the new one. All other settings stay as they are.',
      keyFile:
        'Make a new key of the service account in Google Cloud first, and let the old one stay until Qualys has read the project with the new one. All other settings stay as they are.',
    },
    key: 'New authentication key',
    keyHint:
      'The secret of the application. It is sent to Qualys and kept nowhere else.',
    keyFile: 'New key file',
    keyFileHint:
      'The key file (JSON) of the service account. It is sent to Qualys and kept nowhere else.',
    missing: 'Needed to renew the key',
    expiresOn: 'Expires on',
    expiresOnHint:
      'The day that the key is good until, if it expires. Whoever owns this is reminded of it in time.',
    dateOfPresent:
      'The present key expires on this day: enter that of the new one.',
    dateMissing: 'Enter the day to take note of',
    onlyDate: 'The key stays as it is; only take note of when it expires',
    renew: 'Renew key',
    note: 'Take note',
    renewed: 'Qualys has the new key of {{name}}. Run it to see that it works.',
    noted: 'Noted when the key of {{name}} expires.',
  },
  keyExpiry: {
    name: 'Key',
    in_one: 'Key expires tomorrow ({{date}})',
    in_other: 'Key expires in {{count}} days ({{date}})',
    today: 'Key expires today ({{date}})',
    ago_one: 'Key expired yesterday ({{date}})',
    ago_other: 'Key expired {{count}} days ago ({{date}})',
    renewed: 'Renewed {{when}} by {{who}}',
    unknown: 'When it expires is not known here',
  },
} as const;
