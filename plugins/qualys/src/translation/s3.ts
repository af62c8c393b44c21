/** Words of the S3 integrations of an entity. */
export const s3Messages = {
  s3: {
    title: 'Qualys S3 integrations',
    unnamed: 'S3 integration {{id}}',
    id: 'Integration {{id}} of the subscription {{subscription}}',
    applied:
      'Last applied here {{when}} by {{who}}. Changes made in Qualys itself cannot be seen.',
    entered:
      'Entered {{when}} by {{who}}, not applied here yet. Changes made in Qualys itself cannot be seen.',
    unknown:
      'Its settings are not known yet, since Qualys offers no way to read them: enter the current settings once.',
    brief: 'To {{target}}: severity {{severity}}; categories: {{categories}}',
    allSettings: 'All settings',
    editOf: 'Edit {{name}}',
    historyOf: 'History of {{name}}',
    saved: 'Saved: Qualys has the settings of {{name}}.',
    setting: {
      name: 'Name',
      bucketName: 'Bucket',
      accessPointArn: 'Access point',
      bucketRegion: 'Region',
      roleArn: 'Role',
      minSeverity: 'Minimum severity',
      filterQuery: {
        vuln: 'Vulnerability query',
        asset: 'Asset query',
        removeVulnFilter: 'Send all vulnerabilities, whatever the query says',
        removeAssetFilter:
          'Send the vulnerabilities of all assets, whatever the query says',
      },
      sendVulnInfo: 'Vulnerability information',
      resultSectionNeeded: 'Result section',
      compressData: 'Compression',
      sendAlerts: 'Alerts',
      errorEmails: 'Alert addresses',
    },
    target: {
      bucket: 'Bucket',
      accessPoint: 'Access point',
      both: 'Both (Qualys writes to the bucket)',
    },
    categories: 'Categories',
    category: {
      Confirmed: 'Confirmed',
      Potential: 'Potential',
      IG: 'Information gathered',
    },
    everyCategory: 'All: the filter is removed',
    noCategory: 'Not limited by the query',
    categoriesByQuery: 'As the query says',
    ignoredVuln: 'All vulnerabilities are sent. The query is ignored:',
    ignoredAsset:
      'The vulnerabilities of all assets are sent. The query is ignored:',
    bucketWins: 'Not used: Qualys writes to the bucket.',
    toNobody: 'on, but nobody is named',
    externalId: 'External ID',
    externalIdUnknown: 'Not known here',
    newExternalId: 'A new external ID, which the role must trust',
    addressesAdded_one: '{{count}} address added: {{addresses}}',
    addressesAdded_other: '{{count}} addresses added: {{addresses}}',
    addressesRemoved_one: '{{count}} address removed: {{addresses}}',
    addressesRemoved_other: '{{count}} addresses removed: {{addresses}}',
    addressesReordered: 'The same addresses in another order',
    uncertain: {
      title: 'It is not known whether the last change took effect',
      text: 'These settings were on their way to Qualys {{when}}, sent by {{who}}, when the answer was lost:',
      sameText:
        'The settings shown here were on their way to Qualys {{when}}, sent by {{who}}, when the answer was lost.',
      externalId:
        'A new external ID was asked for with them. If Qualys made one, the role does not trust it yet, and nobody has been told what it is: making another one is the way out.',
      saveAgain:
        'What Qualys has now is not known for certain. Saving again makes it certain.',
      sameAgain:
        'These are the settings that are known already. Saving sends them all the same, which makes it certain that Qualys has them.',
      fillIn: 'Fill in the settings that were on their way',
    },
    trust: {
      title: 'Nothing is delivered until the role trusts the new external ID',
      text: 'Qualys made a new external ID {{when}}, asked for by {{who}}.',
      id: 'The new external ID:',
      idNotTold:
        'Qualys did not say what the new external ID is. Look it up in Qualys, and put it into the condition “sts:ExternalId” of the role’s trust policy.',
      condition:
        'In the present trust policy of the role, change this condition, and nothing else:',
      conditionName: 'the condition',
      done: 'Done, the role trusts it',
      changed:
        'Nothing was confirmed. Look at the integration as it is now, and confirm then.',
      show: 'Show it as it is now',
    },
    regenerate: {
      button: 'New external ID',
      buttonOf: 'New external ID for {{name}}',
      title: 'New external ID for {{name}}',
      stops:
        'Qualys makes a new external ID. Delivery stops until the trust policy of the role has been edited to name the new one.',
      sends:
        'Qualys makes it with an update, so all settings that are known here are sent again. What was changed in Qualys itself is overwritten.',
      uncertain:
        'The last settings that are known for certain are sent, which also makes it certain which ones Qualys has.',
      understood:
        'I know that delivery stops until the role is edited, and that all settings are sent again.',
      confirm: 'Make a new external ID',
      doneTitle: 'Qualys has made a new external ID',
      done: 'Nothing is delivered before the role trusts it. The card keeps saying so until somebody confirms that it does.',
    },
    adopt: {
      button: 'Enter the current settings',
      buttonOf: 'Enter the current settings of {{name}}',
      title: 'Current settings of {{name}}',
      introTitle: 'Nothing is sent to Qualys',
      intro:
        'Enter the settings as they stand in Qualys now. What is known here is filled in, or else Qualys’ defaults; correct what is different. The next change begins from what you enter here, and sends all of it.',
      confirm: 'Keep as current settings',
      done: 'Kept: the current settings of {{name}}. Nothing was sent to Qualys.',
    },
    form: {
      intro:
        'Every change sends all of these settings. They are the last ones known here: what was changed in Qualys itself since is overwritten.',
      general: 'Integration',
      nameHint: 'Up to 50 characters, unique in the subscription',
      destination: 'Destination',
      target: 'Qualys writes to',
      accessPointHint:
        'For example arn:aws:s3:eu-west-2:123456789012:accesspoint/qualys',
      regionHint: 'For example eu-west-2',
      regionOfAccessPointHint:
        'May be left empty: the access point names its region',
      roleHint:
        'The ARN of the role that Qualys assumes, for example arn:aws:iam::123456789012:role/qualys-s3',
      filter: 'What is sent',
      filterExplanation:
        'Saving replaces the whole filter with what stands here.',
      severityHint:
        'Where the query bounds the severity, it is changed as well.',
      categoriesHint: 'Choosing changes the query below.',
      categoriesNone:
        'The query below names no category, so nothing is left out for its category.',
      categoriesSayMore:
        'The query below says more about the category than can be shown here.',
      categoriesUnreadable:
        'The query below cannot be read. Correct it to choose categories.',
      addDefaults: 'Add the lost default',
      vulnHint: 'Which vulnerabilities are sent, in QQL.',
      assetHint: 'The assets whose vulnerabilities are sent, in QQL.',
      removeVulnFilterHint:
        'The vulnerability query stays, but is ignored: everything is sent.',
      removeAssetFilterHint:
        'The asset query stays, but is ignored: everything is sent.',
      confirm: 'Yes, everything is meant to be sent',
      confirmMissing: 'Confirm that everything is meant to be sent',
      delivery: 'What is sent with it, and how',
      sendVulnInfoHint: 'Information on the vulnerabilities is sent with them',
      resultSectionHint: 'The results of the detections are sent with them',
      alerts: 'Alerts',
      sendAlertsHint: 'Qualys writes an e-mail when something goes wrong',
      errorEmailsHint: 'Up to five, with commas between them',
    },
  },
} as const;
