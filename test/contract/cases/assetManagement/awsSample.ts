// The samples of "Update AWS Asset Data Connector".

/** The ARN of the samples, which is none. */
export const SAMPLE_ARN = 'arn:aws:iam:::12345678911/role:testrole';

/** The uses of the connector as a user of the client gives them. */
export const appInfos = (['AI', 'CI', 'CSA'] as const).map(name => ({
  name,
  identifier: SAMPLE_ARN,
  tagId: '42458382',
}));

const usesJson = {
  set: {
    ConnectorAppInfoQList: ['AI', 'CI', 'CSA'].map(name => ({
      set: {
        ConnectorAppInfo: { name, identifier: SAMPLE_ARN, tagId: 42458382 },
      },
    })),
  },
};

const usesXml = ['AI', 'CI', 'CSA']
  .map(
    name => `<ConnectorAppInfoQList>
<set>
<ConnectorAppInfo>
<name>${name}</name>
<identifier>${SAMPLE_ARN}</identifier>
<tagId>42458382</tagId>
</ConnectorAppInfo>
</set>
</ConnectorAppInfoQList>`,
  )
  .join('\n');

/** The first sample, in XML as printed and in JSON. */
export const firstSample = {
  xml: `<ServiceRequest>
<data>
<AwsAssetDataConnector>
<name>AWSConnector API Updated</name>
<description>Updated Description Via API Updated</description>
<defaultTags>
<set>
<TagSimple>
<id>42458382</id>
</TagSimple>
</set>
</defaultTags>
<activation>
<set>
<ActivationModule>VM</ActivationModule>
</set>
</activation>
<allRegions>true</allRegions>
<disabled>false</disabled>
<runFrequency>120</runFrequency>
<isRemediationEnabled>false</isRemediationEnabled>
<arn>${SAMPLE_ARN}</arn>
<externalId>POD-999999-11213331</externalId>
<connectorAppInfos>
<set>
${usesXml}
</set>
</connectorAppInfos>
</AwsAssetDataConnector>
</data>
</ServiceRequest>`,
  json: {
    ServiceRequest: {
      data: {
        AwsAssetDataConnector: {
          name: 'AWSConnector API Updated',
          description: 'Updated Description Via API Updated',
          defaultTags: { set: { TagSimple: { id: 42458382 } } },
          activation: { set: { ActivationModule: ['VM'] } },
          allRegions: true,
          disabled: false,
          runFrequency: 120,
          isRemediationEnabled: false,
          arn: SAMPLE_ARN,
          externalId: 'POD-999999-11213331',
          connectorAppInfos: usesJson,
        },
      },
    },
  },
};

/** The second sample, which is printed in JSON. */
export const secondSample = {
  json: {
    ServiceRequest: {
      data: {
        AwsAssetDataConnector: {
          name: 'AWSConnector API',
          description: 'Updated Description Via API ',
          defaultTags: { set: { TagSimple: { id: 42458382 } } },
          activation: { set: { ActivationModule: ['SCA', 'PC'] } },
          allRegions: false,
          disabled: false,
          runFrequency: 600,
          isRemediationEnabled: true,
          connectorAppInfos: usesJson,
        },
      },
    },
  },
};

const scanXml = (scanPrefix: string) => `<isCPSEnabled>true</isCPSEnabled>
<connectorScanSetting>
<isCustomScanConfigEnabled>true</isCustomScanConfigEnabled>
</connectorScanSetting>
<connectorScanConfig>
<set>
<ConnectorScanConfiguration>
<daysOfWeek>
<set>
<Day>SUN</Day>
<Day>MON</Day>
<Day>TUE</Day>
</set>
</daysOfWeek>
<optionProfileId>2</optionProfileId>
<recurrence>WEEKLY</recurrence>
<scanPrefix>${scanPrefix}</scanPrefix>
<startDate>31/05/2022</startDate>
<startTime>15:45</startTime>
<timezone>Africa/Cairo</timezone>
</ConnectorScanConfiguration>
</set>
</connectorScanConfig>`;

/** The settings of the perimeter scan in JSON. */
export const scanJson = (scanPrefix: string, startDate = '31/05/2022') => ({
  isCPSEnabled: true,
  connectorScanSetting: { isCustomScanConfigEnabled: true },
  connectorScanConfig: {
    set: {
      ConnectorScanConfiguration: {
        daysOfWeek: { set: { Day: ['SUN', 'MON', 'TUE'] } },
        optionProfileId: 2,
        recurrence: 'WEEKLY',
        scanPrefix,
        startDate,
        startTime: '15:45',
        timezone: 'Africa/Cairo',
      },
    },
  },
});

const filters = {
  Criteria: [{ field: 'id', operator: 'IN', value: '843003,843004' }],
};

/** The third sample, with the conditions that it leaves out. */
export const thirdSample = {
  xml: `<ServiceRequest>
<filters><Criteria field="id" operator="IN">843003,843004</Criteria></filters>
<data>
<AwsAssetDataConnector>
${scanXml('update scan prefix')}
</AwsAssetDataConnector>
</data>
</ServiceRequest>`,
  json: {
    ServiceRequest: {
      filters,
      data: { AwsAssetDataConnector: scanJson('update scan prefix') },
    },
  },
};

/** What its answer holds, in XML as printed. */
export const thirdAnswerXml = ['843003', '843004']
  .map(
    id => `<AwsAssetDataConnector>
<id>${id}</id>
${scanXml('updated- AWS scan prefix')}
</AwsAssetDataConnector>`,
  )
  .join('\n');

/** The perimeter scan as a user of the client gives it. */
export const perimeterScan = {
  enabled: true,
  configuration: {
    optionProfileId: '2',
    recurrence: 'WEEKLY' as const,
    daysOfWeek: ['SUN' as const, 'MON' as const, 'TUE' as const],
    scanPrefix: 'update scan prefix',
    startDate: '2022-05-31',
    startTime: '15:45',
    timezone: 'Africa/Cairo',
  },
};
