/** Words of requests for connectors that their list, their pages and their form use alike. */
export const requestMessages = {
  requests: {
    title: 'Connector requests',
    ask: 'Ask for a connector',
    askShort: 'Connect to Qualys',
    state: {
      draft: 'Draft',
      submitted: 'Waiting for a decision',
      approved: 'Approved',
      awaitingAccess: 'Waiting for access',
      provisioning: 'Being created',
      verifying: 'Being read for the first time',
      active: 'Active',
      failed: 'Failed',
      rejected: 'Rejected',
      cancelled: 'Cancelled',
      expired: 'Expired',
    },
    setting: {
      subscription: 'Qualys subscription',
      provider: 'Cloud',
      name: 'Name',
      description: 'Description',
      purpose: 'Purpose',
      owner: 'Owner',
      system: 'System',
      entityRef: 'Asked for',
      account: {
        AWS: 'AWS account',
        AZURE: 'Azure subscription',
        GCP: 'GCP project',
      },
      partition: 'Partition',
      applicationId: 'Application (client) ID',
      directoryId: 'Directory (tenant) ID',
      govCloud: 'Azure Government',
      pollingFrequency: 'Polling frequency',
      remediationEnabled: 'Remediation',
      regions: 'Regions',
      activation: 'Modules',
      defaultTags: 'Tags',
      perimeterScan: 'Perimeter scan',
    },
    partition: {
      aws: 'AWS (standard)',
      'aws-us-gov': 'AWS GovCloud (US)',
      'aws-cn': 'AWS China',
    },
    conflict: {
      accountConnected:
        'The account has a connector already: {{connector}}. Qualys reads an account once.',
      accountConnectedHidden:
        'The account has a connector already. Qualys reads an account once.',
      accountConnectedByOrganization:
        'The account is read already through a connector of the whole organisation: {{connector}}.',
      accountConnectedByOrganizationHidden:
        'The account is read already through a connector of the whole organisation.',
      arnConnected: 'A connector has the same role already: {{connector}}.',
      arnConnectedHidden: 'A connector has the same role already.',
      nameTaken: 'The name is taken: {{other}} has it.',
      nameTakenHidden: 'The name is taken.',
      accountRequested: 'The same account is asked for already: {{request}}.',
      accountRequestedHidden: 'The same account is asked for already.',
      ownedByRule:
        'A rule gives connectors of this kind to {{owner}}, whoever asks for them.',
    },
  },
} as const;
