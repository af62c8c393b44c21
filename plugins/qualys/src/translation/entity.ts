/** Words of the card and the tab on an entity's page. */
export const entityMessages = {
  card: {
    title: 'Qualys cloud connectors',
    connectors_one: '{{count}} connector',
    connectors_other: '{{count}} connectors',
    inError_one: '{{count}} in error',
    inError_other: '{{count}} in error',
    assets_one: '{{count}} asset',
    assets_other: '{{count}} assets',
    lastSync: 'Last sync {{when}}',
    neverSynced: 'Not synced yet',
    catalogEntity: 'In the catalog',
    catalogEntityOf: '{{name}} in the catalog',
    showAll: 'All details',
    loading: 'Loading what Qualys knows of this entity',
  },
  claim: {
    openTitle: 'Waiting for a decision',
    rejectedTitle: 'Rejected',
    withdrawnTitle: 'Withdrawn',
    goneTitle: 'Not found in Qualys',
    connector: {
      open: 'This entity names the connector {{id}}. What Qualys knows of it appears here once somebody has accepted that it belongs to this entity. This is usually done by the platform team, on the page “Qualys”, under “Claims”.',
      rejected:
        'It was decided that the connector {{id}} does not belong to this entity, so nothing of it is shown. If that is wrong, talk to the platform team, who can accept it after all; if the id is wrong, correct the annotation {{annotation}}.',
      withdrawn:
        'The connector {{id}} was shown here, but that was withdrawn. The platform team decides on this, and can accept it again.',
      gone: 'The connector {{id}} belongs to this entity, but the last sync did not find it. It was deleted in Qualys, or the portal’s Qualys account may no longer see it.',
      notReadYet:
        'The connector {{id}} belongs to this entity, but its subscription has not been read completely yet.',
    },
    s3Integration: {
      open: 'This entity names the S3 integration {{id}}. What is known of it appears here once somebody has accepted that it belongs to this entity. This is usually done by the platform team, on the page “Qualys”, under “Claims”.',
      rejected:
        'It was decided that the S3 integration {{id}} does not belong to this entity, so nothing of it is shown. If that is wrong, talk to the platform team, who can accept it after all; if the id is wrong, correct the annotation {{annotation}}.',
      withdrawn:
        'The S3 integration {{id}} was shown here, but that was withdrawn. The platform team decides on this, and can accept it again.',
      gone: 'The S3 integration {{id}} belongs to this entity, but nothing can be told of it.',
      notReadYet:
        'The S3 integration {{id}} belongs to this entity, but nothing can be told of it yet.',
    },
    webApp: {
      open: 'This entity names the web application {{id}}. What Qualys knows of it appears here once somebody has accepted that it belongs to this entity. This is usually done by the platform team, on the page “Qualys”, under “Claims”.',
      rejected:
        'It was decided that the web application {{id}} does not belong to this entity, so nothing of it is shown. If that is wrong, talk to the platform team, who can accept it after all; if the id is wrong, correct the annotation {{annotation}}.',
      withdrawn:
        'The web application {{id}} was shown here, but that was withdrawn. The platform team decides on this, and can accept it again.',
      gone: 'The web application {{id}} belongs to this entity, but Qualys does not know it. It was deleted there, or the portal’s Qualys account may no longer see it.',
      notReadYet:
        'The web application {{id}} belongs to this entity, but nothing can be told of it yet.',
    },
    securityHubAccount: {
      open: 'This entity names {{id}} (the integration and the AWS account) in Security Hub. What Security Hub gets of it appears here once somebody has accepted that the account belongs to this entity. This is usually done by the platform team, on the page “Qualys”, under “Claims”.',
      rejected:
        'It was decided that {{id}} (the integration and the AWS account) in Security Hub does not belong to this entity, so nothing of it is shown. If that is wrong, talk to the platform team, who can accept it after all; if the ids are wrong, correct the annotation {{annotation}} or the accounts of the entity.',
      withdrawn:
        'What Security Hub gets of {{id}} (the integration and the AWS account) was shown here, but that was withdrawn. The platform team decides on this, and can accept it again.',
      gone: '{{id}} (the integration and the AWS account) belongs to this entity, but Qualys does not know the integration. It was deleted there, or the portal’s Qualys account may no longer see it.',
      notReadYet:
        '{{id}} (the integration and the AWS account) belongs to this entity, but nothing can be told of it yet.',
    },
  },
  annotation: {
    problemTitle: 'Part of the annotation {{annotation}} cannot be used',
    problem: '“{{value}}”: {{message}}',
    connector: {
      emptyTitle: 'No connector is named',
      empty: 'The annotation {{annotation}} of this entity names no connector.',
    },
    s3Integration: {
      emptyTitle: 'No S3 integration is named',
      empty:
        'The annotation {{annotation}} of this entity names no S3 integration.',
    },
    webApp: {
      emptyTitle: 'No web application is named',
      empty:
        'The annotation {{annotation}} of this entity names no web application.',
    },
    securityHubAccount: {
      emptyTitle: 'No AWS account in Security Hub is named',
      empty:
        'The annotation {{annotation}} of this entity names no Security Hub integration, or its AWS accounts are not named.',
    },
  },
  tab: {
    list: 'Cloud connectors',
    notListedTitle: 'This connector is not here',
    notListed:
      'The link names the connector {{id}}, which does not belong to this entity.',
    notAllowed:
      'You need the permission {{permission}} on this entity to see what Qualys knows of it. Whoever runs this portal can give it to you.',
  },
  details: {
    openInQualys: 'Open in Qualys',
    accountTitle: 'Account',
    readingTitle: 'How Qualys reads it',
    fromFeed: 'From {{feed}}',
    portalTitle: 'In this portal',
    name: 'Name',
    disabled: 'Switched on or off',
    reportedState: 'State in Qualys’ words',
    description: 'Description',
    cloud: 'Cloud',
    awsAccount: 'AWS account',
    azureAccount: 'Azure subscription',
    gcpAccount: 'GCP project',
    accountAlias: 'Account alias',
    subscriptionName: 'Name of the Azure subscription',
    partition: 'Partition',
    govCloud: 'Government cloud',
    chinaRegion: 'China',
    arn: 'Role ARN',
    externalId: 'External ID',
    baseAccountId: 'AWS account of Qualys',
    applicationId: 'Application ID',
    directoryId: 'Directory ID',
    seenAt: 'Last seen',
    totalAssets: 'Assets',
    lastSyncedOn: 'Last sync of the account',
    nextSyncedOn: 'Next sync of the account',
    polling: 'Polling',
    pollingEvery: 'Every {{duration}}',
    remediation: 'Remediation',
    remediationOn: 'On: Qualys may change cloud resources',
    remediationOff: 'Off',
    groups: 'Groups',
    portalConnector: 'Made in the Connector application',
    yes: 'Yes',
    no: 'No',
    subscription: 'Qualys subscription',
    id: 'Connector ID',
    owner: 'Owner',
    ownerRule: 'by the rule “{{rule}}”',
    noOwner: 'Nobody',
    system: 'System',
    boundTo: 'Belongs to',
    alsoBoundTo: 'Also belongs to',
    labels: 'Labels',
    firstSeen: 'First seen here',
    lastSeen: 'Last seen here',
    catalog: 'Catalog entity',
    assetManagementId: 'ID in Asset Management',
    updatable: 'Changes through Asset Management',
    updatableYes: 'Possible',
    updatableNo:
      'Not possible: it was not created in the Connector application',
    unknownToAssetManagement:
      'Not possible: Asset Management does not know this connector',
    tags: 'Tags of its assets',
    modules: 'Modules',
    unknownToCloudView: 'CloudView does not know this connector.',
    uses: 'Used for',
    use: {
      AI: 'Asset Inventory',
      CI: 'Cloud Inventory',
      CSA: 'Cloud Security Assessment',
    },
    none: 'None',
    regions: 'Regions',
    allRegions: 'All',
    perimeterScan: 'Perimeter scan',
    perimeterScanOn: 'On, with the settings of the subscription',
    perimeterScanOwn: 'On, with settings of its own',
    perimeterScanOff: 'Off',
    scan: {
      daily: 'daily',
      weekly: 'weekly',
      since: 'since {{date}}',
      optionProfile: 'option profile {{id}}',
      prefix: 'named “{{prefix}}…”',
    },
    disagreement: 'Not joined',
    disagreementReason: {
      provider:
        'The record {{id}} names this one, but belongs to another cloud, so they are kept apart.',
      account:
        'The record {{id}} and this one name each other, but not the same account, so they are kept apart.',
      twice:
        'The record {{id}} names the same connector in CloudView as another one, so they are kept apart.',
    },
  },
  bound: {
    loading: 'Reading what this connector belongs to',
    none: 'No entity that you may see',
    noneElse: 'No other entity that you may see',
    more_one: '{{count}} more',
    more_other: '{{count}} more',
  },
  errors: {
    title: 'Errors',
    loading: 'Asking Qualys for the errors of this connector',
    none: 'Qualys reports no errors for this connector.',
    error: 'Error',
    where: 'Region',
    when: 'When',
    everywhere: 'not told',
    truncated: 'Qualys holds more errors than are listed here.',
    asOf: 'As of {{when}}',
    staleTitle: 'An older answer: Qualys could not be asked now',
    reported: 'Qualys reports: {{error}}',
  },
  history: {
    title: 'History',
    loading: 'Reading what happened to this connector',
    added: 'Appeared, with the state {{state}}',
    removed: 'Gone: no sync found it any more',
    stateChanged: 'State changed from {{before}} to {{state}}',
    stateIs: 'State changed to {{state}}',
    settingsChanged: 'Changed: {{settings}}',
    somethingChanged: 'Its settings changed',
    seenThrough: 'seen through {{feeds}}',
    byConfiguration: 'by the configuration of this portal',
    none: 'Nothing has changed since it was first seen.',
    noneLately_one: 'Nothing has changed for {{count}} day.',
    noneLately_other: 'Nothing has changed for {{count}} days.',
    showEarlier: 'Show earlier',
    firstSeen: 'First seen {{when}}',
    kept_one:
      'Each change stands at the time of the sync that noticed it, and is kept for {{count}} day.',
    kept_other:
      'Each change stands at the time of the sync that noticed it, and is kept for {{count}} days.',
  },
  owned: {
    title: 'Cloud connectors',
    loading: 'Loading the cloud connectors',
    group_one: '{{count}} connector is owned by this group',
    group_other: '{{count}} connectors are owned by this group',
    user_one: '{{count}} connector is owned by this user',
    user_other: '{{count}} connectors are owned by this user',
    system_one: '{{count}} connector belongs to this system',
    system_other: '{{count}} connectors belong to this system',
    noneOfGroup: 'This group owns no cloud connectors.',
    noneOfUser: 'This user owns no cloud connectors.',
    noneOfSystem: 'No cloud connectors belong to this system.',
    withheld_one:
      '{{count}} connector on this page is not shown: you may not see what Qualys knows of it, or Qualys does not know it any more.',
    withheld_other:
      '{{count}} connectors on this page are not shown: you may not see what Qualys knows of them, or Qualys does not know them any more.',
  },
} as const;
