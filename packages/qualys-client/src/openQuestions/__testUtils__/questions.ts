import type { SimulatorBehaviours } from 'qualys-simulator';
import {
  ACCOUNTS,
  addAzure,
  addHub,
  addWebApp,
  AZURE_WITHOUT_KEY,
  DEFAULTS_CHANGE,
  row,
  S3_BEFORE,
  S3_SETTINGS,
} from './objects';
import type { World } from './world';

// How large pages are is a limit, with as many values as there are numbers.
type Question = Exclude<keyof SimulatorBehaviours, 'largestPage'>;

/** Something that the documents leave open. */
interface Open<Q extends Question> {
  /** All that Qualys may do; the compiler sees to it that none is missing. */
  answers: Record<SimulatorBehaviours[Q], true>;
  /** What the platform does, told from what comes of a call that is not on its guard. */
  seen(world: World): Promise<SimulatorBehaviours[Q]>;
}

const works = (call: Promise<unknown>) =>
  call.then(
    () => true,
    () => false,
  );

async function bareJson(
  { credentials: { username, password } }: World,
  url: string,
  method: string,
  body: unknown,
  authorization = `Basic ${btoa(`${username}:${password}`)}`,
) {
  const answer = await fetch(url, {
    method,
    headers: {
      authorization,
      accept: 'application/json',
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });
  return answer.json();
}

async function bareToken({ urls, credentials }: World): Promise<string> {
  const form = new URLSearchParams({ ...credentials, token: 'true' });
  const answer = await fetch(`${urls.gateway}/auth`, {
    method: 'POST',
    body: form,
  });
  return `Bearer ${await answer.text()}`;
}

/** Everything that the documents leave open and the platform can be switched between. */
export const QUESTIONS: { [Q in Question]: Open<Q> } = {
  securityHubPut: {
    answers: { replaces: true, merges: true },
    async seen(world) {
      const id = addHub(world);
      await world.client.securityHub.reconfigure(id, [
        { ...row(ACCOUNTS[0]), awsAccounts: [ACCOUNTS[0]] },
      ]);
      const { rows } = world.control.securityHubIntegration(id)!;
      return rows.length === 1 ? 'replaces' : 'merges';
    },
  },
  securityHubDeleteAccounts: {
    answers: { needsBody: true, ignoresBody: true, refusesBody: true },
    async seen(world) {
      const id = addHub(world);
      const isDone = await works(
        world.client.securityHub.deleteAccounts(
          id,
          { awsAccounts: [ACCOUNTS[0]] },
          { mayDeleteAll: true },
        ),
      );
      if (!isDone) return 'refusesBody';
      const { rows } = world.control.securityHubIntegration(id)!;
      return rows.length === 0 ? 'ignoresBody' : 'needsBody';
    },
  },
  securityHubStrings: {
    answers: { damaged: true, intact: true },
    async seen(world) {
      const { raw } = await world.client.securityHub.get(addHub(world));
      return raw[0].includes('\n') ? 'damaged' : 'intact';
    },
  },
  s3OmittedFields: {
    answers: { kept: true, reset: true },
    async seen(world) {
      const { id } = world.control.addS3Integration(S3_BEFORE);
      const { name, bucketName, roleArn } = S3_SETTINGS;
      await bareJson(
        world,
        `${world.urls.gateway}/partner-integration/aws/s3/${id}/vm`,
        'PUT',
        { name, bucketName, roleArn },
        await bareToken(world),
      );
      const { sendAlerts } = world.control.s3Integration(id)!;
      return sendAlerts ? 'kept' : 'reset';
    },
  },
  startFromId: {
    answers: { inclusive: true, exclusive: true },
    async seen(world) {
      const startFromId = world.control.addWebApp({});
      const { ServiceResponse } = await bareJson(
        world,
        `${world.urls.api}/qps/rest/3.0/search/was/webapp`,
        'POST',
        { ServiceRequest: { preferences: { startFromId } } },
      );
      return Number(ServiceResponse.count) === 1 ? 'inclusive' : 'exclusive';
    },
  },
  webAppConfigWithoutCancel: {
    answers: { kept: true, cleared: true },
    async seen(world) {
      const { webApps } = world.client;
      const id = addWebApp(world, { cancelScansAfterNHours: 4 });
      await webApps.update(id, DEFAULTS_CHANGE, { keepCancelSettings: false });
      const { config } = await webApps.get(id);
      return config?.cancelScansAfterNHours === 4 ? 'kept' : 'cleared';
    },
  },
  azureUpdateWithoutKey: {
    answers: { kept: true, refused: true },
    async seen(world) {
      const { azure } = world.client.cloudConnectors;
      const isDone = await works(
        azure.update(addAzure(world), AZURE_WITHOUT_KEY),
      );
      return isDone ? 'kept' : 'refused';
    },
  },
};

/** Each question with each of its answers. */
export const ANSWERS = Object.entries(QUESTIONS).flatMap(
  ([question, { answers, seen }]) =>
    Object.keys(answers).map(answer => ({
      behaviours: { [question]: answer } as Partial<SimulatorBehaviours>,
      name: `${question} = ${answer}`,
      answer,
      seen: seen as (world: World) => Promise<string>,
    })),
);

/** Every way in which all questions can be answered together. */
export const ALL_TOGETHER = Object.entries(QUESTIONS).reduce<
  Partial<SimulatorBehaviours>[]
>(
  (ways, [question, { answers }]) =>
    ways.flatMap(way =>
      Object.keys(answers).map(answer => ({ ...way, [question]: answer })),
    ),
  [{}],
);
