import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ConnectorRequestDetails } from 'backstage-plugin-qualys-common';
import { Link, Route, Routes } from 'react-router-dom';
import { QualysApiError, type QualysApi } from '../../api';
import { press } from '../../__testUtils__/dialogs';
import { fileOf, KEY_FILE } from '../../__testUtils__/keyFile';
import { renderPart } from '../../__testUtils__/render';
import {
  connectorRequest,
  EXTERNAL_ID,
  requestFindings,
  REQUEST_ID,
} from '../../__testUtils__/requestFixtures';
import { fill } from '../../__testUtils__/requestForm';
import {
  AccessForm,
  useHandOver,
  type AccessFormProps,
  type HandOverOptions,
} from '.';

const ARN = 'arn:aws:iam::012345678901:role/QualysConnector';
const SECRET = 'sEcr3t~value';

const AZURE = connectorRequest({
  provider: 'AZURE',
  settings: {
    account: '11111111-2222-4333-8444-555555555555',
    applicationId: '21111111-2222-4333-8444-555555555555',
    directoryId: '31111111-2222-4333-8444-555555555555',
  },
});
const GCP = connectorRequest({
  provider: 'GCP',
  settings: { account: 'payments-prod' },
});

interface FormOptions
  extends Partial<HandOverOptions>,
    Pick<AccessFormProps, 'holdsKeys'> {
  api?: Partial<QualysApi>;
}

/** The form on a page that can be left. */
function Page(
  props: HandOverOptions &
    Pick<AccessFormProps, 'holdsKeys'> & { request: ConnectorRequestDetails },
) {
  const { holdsKeys, request, ...options } = props;
  return (
    <>
      <Link to="/elsewhere">Leave</Link>
      <Routes>
        <Route path="/elsewhere" element={<div>Another page</div>} />
        <Route
          path="*"
          element={
            <Form request={request} holdsKeys={holdsKeys} {...options} />
          }
        />
      </Routes>
    </>
  );
}

function Form({ holdsKeys, ...options }: Parameters<typeof Page>[0]) {
  const handOver = useHandOver(options);
  return (
    <AccessForm
      request={options.request}
      handOver={handOver}
      holdsKeys={holdsKeys}
    />
  );
}

function renderForm(
  request: ConnectorRequestDetails,
  options: FormOptions = {},
) {
  const { api, ...props } = options;
  const onGiven = jest.fn();
  const after = {
    ...request,
    version: 'r2',
    access: { ...request.access, keyHeld: request.provider !== 'AWS' },
  };
  const actOnConnectorRequest = jest.fn(async () => after);
  const { toast } = renderPart(
    <Page {...props} request={request} onGiven={onGiven} />,
    {
      api: {
        actOnConnectorRequest,
        checkConnectorRequest: async () => requestFindings(),
        ...api,
      } as Partial<QualysApi>,
    },
  );
  return { actOnConnectorRequest, after, onGiven, toast };
}

/** Opens one of the ways to make the role. */
async function way(name: string) {
  await userEvent.click(await screen.findByText(name));
}

describe('AccessForm', () => {
  describe('of AWS', () => {
    it('shows what the role trusts, and takes its ARN', async () => {
      const { actOnConnectorRequest, after, onGiven, toast } = renderForm(
        connectorRequest(),
      );
      expect(await screen.findByText(EXTERNAL_ID)).toBeInTheDocument();
      expect(screen.getByText('805950163170')).toBeInTheDocument();
      await way('With the AWS CLI');
      expect(screen.getByText(/aws iam create-role/)).toHaveTextContent(
        /arn:aws:iam::aws:policy\/SecurityAudit/,
      );
      await fill(/^ARN of the role/, ` ${ARN} `);
      await press('Hand over the role');
      await waitFor(() => expect(onGiven).toHaveBeenCalledWith(after));
      expect(actOnConnectorRequest).toHaveBeenCalledWith(
        REQUEST_ID,
        'r1',
        'access',
        { arn: ARN },
      );
      expect(toast).toHaveBeenCalledWith(
        expect.objectContaining({
          title: 'The role is handed over.',
          status: 'success',
        }),
      );
      // Whoever uses the keyboard is where they were.
      expect(
        screen.getByRole('button', { name: 'Hand over the role' }),
      ).toHaveFocus();
    });

    it('says that a role is handed over, and which', async () => {
      const { toast } = renderForm(
        connectorRequest({ access: { arn: ARN, keyHeld: false } }),
      );
      const title = await screen.findByText('The role is handed over');
      expect(title.closest('[role="status"]')).toHaveTextContent(ARN);
      // That stands in the field, too, and is not what somebody has typed.
      await userEvent.click(screen.getByRole('link', { name: 'Leave' }));
      expect(await screen.findByText('Another page')).toBeInTheDocument();
      expect(toast).not.toHaveBeenCalled();
    });

    it.each([
      ['', /Enter the ARN/],
      ['arn:aws:iam::999999999999:role/x', /in the account 012345678901/],
      ['arn:aws-cn:iam::012345678901:role/x', /in the partition aws/],
      ['arn:aws:iam::012345678901:user/x', /role/],
    ])('refuses %p', async (arn, message) => {
      const { actOnConnectorRequest } = renderForm(connectorRequest());
      const field = await screen.findByLabelText(/^ARN of the role/);
      if (arn) await userEvent.type(field, arn);
      await press('Hand over the role');
      await waitFor(() => expect(field).toHaveFocus());
      expect(field).toHaveAccessibleDescription(message);
      expect(actOnConnectorRequest).not.toHaveBeenCalled();
    });

    it('tells while it is typed that a connector has the role', async () => {
      renderForm(connectorRequest(), {
        api: {
          checkConnectorRequest: async () =>
            requestFindings({ conflicts: [{ kind: 'arnConnected' }] }),
        },
      });
      await fill(/^ARN of the role/, ARN);
      await waitFor(() =>
        expect(
          screen.getByLabelText(/^ARN of the role/),
        ).toHaveAccessibleDescription(/has the same role already/),
      );
    });

    it('gets Qualys’ template when it is asked for', async () => {
      const template = 'AWSTemplateFormatVersion: 2010-09-09';
      const getConnectorRequestTemplate = jest
        .fn()
        .mockRejectedValueOnce(
          new QualysApiError('Down.', { code: 'unavailable', status: 503 }),
        )
        .mockResolvedValue(template);
      const saved: { name: string; type: string }[] = [];
      let blob: Blob | undefined;
      URL.createObjectURL = jest.fn(given => {
        blob = given as Blob;
        return 'blob:template';
      });
      URL.revokeObjectURL = jest.fn();
      const click = jest
        .spyOn(HTMLAnchorElement.prototype, 'click')
        .mockImplementation(function save(this: HTMLAnchorElement) {
          saved.push({ name: this.download, type: blob!.type });
        });
      try {
        renderForm(connectorRequest(), {
          api: { getConnectorRequestTemplate },
        });
        await way('With Qualys’ CloudFormation template');
        expect(getConnectorRequestTemplate).not.toHaveBeenCalled();
        await press('Get the template');
        await press('Try again');
        expect(await screen.findByText(template)).toBeInTheDocument();
        await press('Download the template');
        expect(saved).toEqual([
          { name: 'qualys-connector-role.yaml', type: 'application/yaml' },
        ]);
      } finally {
        click.mockRestore();
      }
    });

    it('says why the trust policy is not known, and whose account it is', async () => {
      renderForm(
        connectorRequest({
          awsRole: undefined,
          awsRoleMissingBecause: 'Qualys does not answer.',
        }),
      );
      expect(
        await screen.findByText('Qualys does not answer.'),
      ).toBeInTheDocument();
      expect(screen.queryByText('With the AWS CLI')).not.toBeInTheDocument();
    });
  });

  describe('of Azure', () => {
    it('tells the steps from the application to the key', async () => {
      renderForm(AZURE);
      const steps = (await screen.findAllByRole('list'))[0];
      expect(steps).toHaveTextContent(/is registered in the directory/);
      expect(steps).toHaveTextContent(/“App registrations”/);
      expect(steps).toHaveTextContent(/“Accounts in any organizational/);
      expect(steps).toHaveTextContent(/create a client secret/);
      expect(steps).toHaveTextContent(/the role Reader/);
    });

    it('hands over the secret and forgets it', async () => {
      const { actOnConnectorRequest, onGiven } = renderForm(AZURE);
      const key = await screen.findByLabelText(/^Authentication key/);
      expect(key).toHaveAttribute('type', 'password');
      await userEvent.type(key, SECRET);
      await userEvent.type(screen.getByLabelText(/^Expires on/), '2999-12-31');
      await press('Hand over the key');
      await waitFor(() => expect(onGiven).toHaveBeenCalled());
      expect(actOnConnectorRequest).toHaveBeenCalledWith(
        REQUEST_ID,
        'r1',
        'access',
        { authenticationKey: SECRET, keyExpiresOn: '2999-12-31' },
      );
      expect(screen.getByLabelText(/^Authentication key/)).toHaveValue('');
      expect(document.body.innerHTML).not.toContain(SECRET);
      expect(
        JSON.stringify([
          { ...localStorage },
          { ...sessionStorage },
          window.location.href,
        ]),
      ).not.toContain(SECRET);
    });

    it('refuses a day that is past, and a key that is none', async () => {
      const { actOnConnectorRequest } = renderForm(AZURE);
      await userEvent.type(
        await screen.findByLabelText(/^Authentication key/),
        'two words',
      );
      await userEvent.type(screen.getByLabelText(/^Expires on/), '2020-01-01');
      await press('Hand over the key');
      await waitFor(() =>
        expect(
          screen.getByLabelText(/^Authentication key/),
        ).toHaveAccessibleDescription(/without spaces/),
      );
      expect(screen.getByLabelText(/^Expires on/)).toHaveAccessibleDescription(
        /expired is of no use/,
      );
      expect(actOnConnectorRequest).not.toHaveBeenCalled();
    });

    it('says that a key is held, and how keys are configured where none can be', async () => {
      renderForm({ ...AZURE, access: { keyHeld: true } });
      expect(
        await screen.findByText('The portal holds a key'),
      ).toBeInTheDocument();
    });

    it('takes none where the portal cannot hold keys', async () => {
      renderForm(AZURE, { holdsKeys: false });
      expect(
        await screen.findByText('qualys.requests.encryption.keys'),
      ).toBeInTheDocument();
      expect(
        screen.queryByLabelText(/^Authentication key/),
      ).not.toBeInTheDocument();
    });
  });

  describe('of GCP', () => {
    it('hands over the key file of the project', async () => {
      const { actOnConnectorRequest, onGiven } = renderForm(GCP);
      await userEvent.upload(
        await screen.findByLabelText('Key file'),
        fileOf(KEY_FILE, 'key.json'),
      );
      expect(await screen.findByText('Chosen: key.json')).toBeInTheDocument();
      await press('Hand over the key');
      await waitFor(() => expect(onGiven).toHaveBeenCalled());
      expect(actOnConnectorRequest).toHaveBeenCalledWith(
        REQUEST_ID,
        'r1',
        'access',
        { keyFile: KEY_FILE },
      );
      expect(screen.queryByText('Chosen: key.json')).not.toBeInTheDocument();
    });

    it.each([
      [
        'of another project',
        KEY_FILE.replace('"payments-prod"', '"other-prod"'),
        /another project than payments-prod/,
      ],
      ['that is no key', '{"type":"authorized_user"}', /service account/],
    ])('refuses a file %s', async (_, text, message) => {
      const { actOnConnectorRequest } = renderForm(GCP);
      const field = await screen.findByLabelText('Key file');
      await userEvent.upload(field, fileOf(text, 'key.json'));
      await waitFor(() => expect(field).toHaveAccessibleDescription(message));
      await press('Hand over the key');
      expect(actOnConnectorRequest).not.toHaveBeenCalled();
    });
  });

  it('says that what was typed is not handed over when the page is left', async () => {
    const { toast } = renderForm(AZURE);
    await userEvent.type(
      await screen.findByLabelText(/^Authentication key/),
      SECRET,
    );
    await userEvent.click(screen.getByRole('link', { name: 'Leave' }));
    expect(await screen.findByText('Another page')).toBeInTheDocument();
    expect(toast).toHaveBeenCalledTimes(1);
    expect(toast).toHaveBeenCalledWith(
      expect.objectContaining({
        title: 'The key that you entered was not handed over.',
        status: 'warning',
      }),
    );
  });

  it('hands nothing over to a request that has changed, until that was seen', async () => {
    const current = connectorRequest({
      version: 'r9',
      settings: { account: '999999999999' },
    });
    const actOnConnectorRequest = jest.fn().mockRejectedValueOnce(
      new QualysApiError('Changed.', {
        code: 'preconditionFailed',
        status: 412,
        current,
      }),
    );
    const onMoved = jest.fn();
    const { onGiven } = renderForm(connectorRequest(), {
      onMoved,
      api: { actOnConnectorRequest } as Partial<QualysApi>,
    });
    await fill(/^ARN of the role/, ARN);
    await press('Hand over the role');
    expect(
      await screen.findByRole('list', { name: 'What changed meanwhile' }),
    ).toHaveTextContent(/AWS account.*999999999999/);
    await press('Go on from there');
    expect(onMoved).toHaveBeenCalledWith(current);
    await press('Hand over the role');
    await waitFor(() =>
      expect(
        screen.getByLabelText(/^ARN of the role/),
      ).toHaveAccessibleDescription(/in the account 999999999999/),
    );
    expect(actOnConnectorRequest).toHaveBeenCalledTimes(1);
    expect(onGiven).not.toHaveBeenCalled();
  });
});
