import { serviceResponse } from '../../dialects';

/** The answer of the first two samples: the id alone. */
export const answered = {
  status: 200,
  xml: serviceResponse(
    'am/awsassetdataconnector.xsd',
    `<responseCode>SUCCESS</responseCode>
<count>1</count>
<data>
<AwsAssetDataConnector>
<id>843003</id>
</AwsAssetDataConnector>
</data>`,
  ),
  json: {
    ServiceResponse: {
      responseCode: 'SUCCESS',
      count: 1,
      data: [{ AwsAssetDataConnector: { id: 843003 } }],
    },
  },
};
