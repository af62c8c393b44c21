import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import type { HumanDuration } from '@backstage/types';

export interface Config {
  qualys?: {
    /** The Qualys customer accounts that the portal mirrors, each by an id of its own choice. */
    subscriptions?: {
      [id: string]: (
        | {
            /** The shared platform that the account lives on, such as US2. */
            platform: string;
          }
        | {
            /** The addresses of a private platform. */
            urls: {
              /** The API server, such as https://qualysapi.example.com. */
              api: string;
              /** The gateway, such as https://qualysgateway.example.com. */
              gateway: string;
              /** The portal, which serves CloudView, too, such as https://qualysguard.example.com. */
              cloudView: string;
            };
          }
      ) & {
        /** What people call it; the id unless given. */
        title?: string;
        credentials: {
          /** @visibility secret */
          username: string;
          /** @visibility secret */
          password: string;
        };
        /**
         * Who makes changes, where it is someone else: writing connectors of
         * Asset Management needs a Manager. The same credentials unless given.
         */
        writeCredentials?: {
          /** @visibility secret */
          username: string;
          /** @visibility secret */
          password: string;
        };
        /**
         * How CloudView is reached: on the portal's host with user name and
         * password, or on the gateway with a token; portal unless given.
         */
        cloudViewAccess?: 'portal' | 'gateway';
        /** How the API server is spoken to; json unless given, which costs much less. */
        dialect?: 'json' | 'xml';
        /** How much of what Qualys allows the account the portal may take. */
        limits?: {
          /** The part of the calls of an hour that is the portal's, above 0 and up to 1; 0.3 unless given. */
          share?: number;
          /** The part of that share that background work leaves to people, 0 to below 1; 0.2 unless given. */
          reserve?: number;
          /** What Qualys allows the account in each family of its APIs: 300 calls an hour and 2 at once unless given. */
          families?: {
            /** Asset Management, Web Application Scanning and AWS Security Hub. */
            qps?: { perHour?: number; concurrency?: number };
            /** Vulnerability Management. */
            fo?: { perHour?: number; concurrency?: number };
            /** Cloud connectors. */
            cloudView?: { perHour?: number; concurrency?: number };
            /** The AWS S3 integration. */
            gateway?: { perHour?: number; concurrency?: number };
          };
        };
        /** When to read it; every 30 minutes, with a timeout of 10, unless given. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        /**
         * How many connectors of one cloud may go at once: the larger of most
         * and percent. What is beyond it waits for a person.
         */
        removals?: {
          /** So many may go, however few there are; a whole number, 3 unless given. */
          most?: number;
          /** So many of a hundred may go, 0 to 100; 5 unless given. */
          percent?: number;
          /**
           * Whether all members of a group, or all connectors of a cloud, wait
           * even where they are few (two or more); true unless given.
           */
          wholeGroups?: boolean;
        };
        /** The clouds whose connectors are read, of AWS, AZURE and GCP; all of them unless given. */
        clouds?: string[];
        /** What connectors are read through; both unless one is switched off. */
        feeds?: {
          /** The search of Asset Management: tags, modules, perimeter scan. */
          assetManagement?: boolean;
          /** The list of CloudView: assets, groups. */
          cloudView?: boolean;
        };
        /** How often CloudView is read in full, and not only its newest; every 6 hours unless given. */
        cloudViewFull?: HumanDuration | string;
        /**
         * What the external IDs of its AWS connectors begin with:
         * <pod>-<subscriptionId>-<random>. Unless given, it is taken from the
         * connectors that have such an external ID.
         */
        externalId?: {
          /** The POD of the Qualys platform, such as USPOD01. */
          pod?: string;
          /** The number of the Qualys subscription, in quotes. */
          subscriptionId?: string;
        };
        /**
         * The API of Qualys that connectors are created through:
         * assetManagement (3.0) or cloudView (v1, which Qualys calls old);
         * assetManagement unless given.
         */
        createThrough?: 'assetManagement' | 'cloudView';
        /** Where a person sees a connector in Qualys, with {id} and {provider} in it. */
        connectorUrl?: string;
      };
    };

    /** Who owns a connector: the first rule that fits wins. */
    ownership?: {
      rules?: Array<{
        /** What the rule is called where people see it; what it looks at unless given. */
        name?: string;
        /**
         * What a connector must fulfil, all that is named; one of several
         * values. Patterns have * and ?, regardless of case.
         */
        match: {
          /** The id of the subscription in this configuration. */
          subscription?: string | string[];
          /** AWS, AZURE or GCP. */
          provider?: string | string[];
          /** The account in the cloud's own terms, in quotes. */
          account?: string | string[];
          /** The name of the connector in Qualys. */
          name?: string | string[];
          /** The name or the id of a tag that the connector gives to its assets. */
          tag?: string | string[];
          /** The name or the id of a group of connectors. */
          group?: string | string[];
        };
        /** The owner, as an entity reference such as group:default/platform. */
        owner: string;
        /** The system of the connector's entity, as an entity reference. */
        system?: string;
        /** The namespace of the connector's entity; default unless given. */
        namespace?: string;
        /** Labels of the connector's entity. */
        labels?: { [key: string]: string };
      }>;
      /** The owner of all that no rule fits. */
      default?: string;
    };

    /**
     * Where the portal shows the Qualys page, for the links of notifications;
     * /qualys unless given.
     */
    pagePath?: string;

    /**
     * The groups and users that are told of what waits for somebody (open
     * claims, removals that are held back, keys that expire), as entity references.
     */
    notify?: string[];

    /** The keys that Qualys signs in with to Azure and GCP. */
    credentials?: {
      /**
       * How many days before a key expires people are reminded of it: those who
       * own the connector or what it is bound to, and those of qualys.notify.
       * Whole numbers, 0 to 365; 30, 7 and 1 unless given, and never where the
       * list is empty.
       */
      remindDaysBefore?: number[];
    };

    /** How requests for connectors are dealt with. */
    requests?: {
      encryption?: {
        /**
         * The keys that Azure keys and GCP key files are encrypted with while
         * a request for a connector holds them. The first one encrypts, all of
         * them decrypt. Without any, connectors of Azure and GCP cannot be
         * asked for.
         */
        keys?: Array<{
          /** What is written beside what is encrypted: 1 to 32 letters, digits, hyphens and underscores. */
          id: string;
          /**
           * 32 random bytes in base64, as `openssl rand -base64 32` makes them.
           * @visibility secret
           */
          secret: string;
        }>;
      };
      /** Requests that are approved by themselves; everything that a rule names must fit, and the first that fits is named in the record. */
      approve?: Array<{
        /** What the rule is called in the record. */
        name: string;
        /** What a request must fulfil, all that is named; one of several values. Patterns have * and ?, regardless of case. */
        match: {
          /** The id of the subscription in this configuration. */
          subscription?: string | string[];
          /** AWS, AZURE or GCP. */
          provider?: string | string[];
          /** The AWS account, the Azure subscription or the GCP project, in quotes. */
          account?: string | string[];
          /** The group that shall own the connector, as a full entity reference such as group:default/payments. */
          owner?: string | string[];
          /** The name that is asked for. */
          name?: string | string[];
        };
        /**
         * What it approves beyond reading the account: requests that let
         * Qualys change cloud resources (`remediation`), or scan the account
         * from the internet (`perimeterScan`). Without, somebody has to decide
         * about those.
         */
        allow?: Array<'remediation' | 'perimeterScan'>;
      }>;
      /** Whether people may decide about what they have asked for themselves; false unless given. */
      allowSelfApproval?: boolean;
      /** After how long a request that nobody does anything with comes to its end; 30 days unless given. */
      expireAfter?: HumanDuration | string;
      /** The groups and users that are told of requests, as entity references; those of qualys.notify unless given. */
      notify?: string[];
    };

    bindings?: {
      /** Claims that are accepted by themselves; everything that a rule names must fit. */
      accept?: Array<{
        /** A pattern for the reference of the entity that claims, such as component:default/checkout. */
        entity?: string;
        /** A pattern for what is claimed, as subscription/id; of Security Hub subscription/integration/account. */
        objects?: string;
        /** What kind of object is claimed; any unless given. */
        type?: 'connector' | 's3Integration' | 'webApp' | 'securityHubAccount';
        /**
         * A pattern for the type and target of the location that the entity
         * comes from at its root, in which case matters, such as
         * url:https://github.com/example/checkout/blob/main/*. It trusts
         * everyone who can put a file there: name the branch, too, where
         * others may open pull requests.
         */
        location?: string;
      }>;
      /** The groups and users that are told of open claims, as entity references; those of qualys.notify unless given. */
      notify?: string[];
      /** When the catalog is looked through for claims; every 10 minutes by default. */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };
  };
}
