/** Words of handing over what Qualys signs in with. */
export const requestAccessMessages = {
  requestAccess: {
    form: 'What Qualys signs in with',
    giveRole: 'Hand over the role',
    giveKey: 'Hand over the key',
    sending: 'Handing over…',
    given: {
      AWS: 'The role is handed over.',
      AZURE: 'The key is handed over.',
      GCP: 'The key is handed over.',
    },
    notGiven: {
      AWS: 'The role that you entered was not handed over.',
      AZURE: 'The key that you entered was not handed over.',
      GCP: 'The key that you chose was not handed over.',
    },
    moved:
      'Nothing has been handed over. Look at what has changed, and hand it over then if that is still right.',
    movedTo: 'The request is now: {{state}}.',
    missing: {
      arn: 'Enter the ARN of the role',
      authenticationKey: 'Enter the secret of the application',
      keyFile: 'Choose the key file of the service account',
    },
    otherProject:
      'This is the key of a service account of another project than {{account}}',
    past: 'A key that has expired is of no use',
    keyHint:
      'The secret’s value, not its ID. The portal keeps it encrypted until Qualys has it, and shows it to nobody.',
    keyFileHint:
      'The key file (JSON) of the service account. The portal keeps it encrypted until Qualys has it, and shows it to nobody.',
    roleGivenTitle: 'The role is handed over',
    roleGiven: 'Hand over another one to replace it.',
    heldTitle: 'The portal holds a key',
    held: 'It is kept encrypted, and wiped as soon as it is needed no more. Hand over another one to replace it.',
    keysNotHeldTitle: 'The portal cannot hold keys',
    keysNotHeld:
      'Qualys signs in to {{cloud}} with a key, which the portal must keep encrypted until Qualys has it, and no key to encrypt with is configured. Whoever runs this portal can set {{setting}}.',
    lastWord:
      'Qualys’ own documentation of connectors has the last word on the rights that it needs.',
    remediation:
      'Remediation is asked for too: for it, Qualys needs the right to write, as its documentation says.',
    aws: {
      intro:
        'Qualys reads the account through a role in it that trusts Qualys under an external ID.',
      externalId:
        'The external ID. It was made for this request and stays with it:',
      externalIdName: 'the external ID',
      account: 'The AWS account of Qualys that the role trusts:',
      ownAccount:
        'The AWS account that the role trusts. It is your organisation’s own, as Qualys says:',
      accountName: 'the AWS account that the role trusts',
      ways: 'Make the role in one of these ways:',
      roleMissingTitle: 'The trust policy is not known at present',
      roleMissing: 'Qualys could not be asked for it. Try again later.',
      template: 'With Qualys’ CloudFormation template',
      templateText:
        'Create a stack from it in the account, and take the role’s ARN from the outputs of the stack.',
      templateGet: 'Get the template',
      templateLoading: 'Asking Qualys…',
      templateSave: 'Download the template',
      templateName: 'the template',
      cli: 'With the AWS CLI',
      cliText:
        'Run this in the account. The role gets the managed policy {{policy}}; the last command tells its ARN.',
      commands: 'the commands',
      hand: 'By hand, in the AWS console',
      handCreate:
        'In IAM, create a role with a custom trust policy as its trusted entity.',
      handTrust: 'Put in this trust policy as it stands:',
      handPolicy: 'Attach the managed policy {{policy}}.',
      handArn: 'Give the role a name, create it, and copy its ARN.',
      trustPolicy: 'the trust policy',
      remediationTitle: 'Remediation needs more than that',
      remediation:
        'For it, the role needs the right to write, which none of these ways gives. Qualys’ documentation names the permissions.',
      arn: 'ARN of the role',
      arnHint: 'As in {{example}}',
    },
    azure: {
      application: 'How to register the application',
      applicationNew:
        'In Microsoft Entra, under “App registrations”, choose “New registration” and give it a name.',
      applicationTypes:
        'As its supported account types, choose “Accounts in any organizational directory”, and register it.',
      applicationIds:
        'Its page then shows the “Application (client) ID” and the “Directory (tenant) ID”, which the request names.',
      register:
        'In Microsoft Entra, the application {{application}} is registered in the directory {{directory}}. Where it is not, register it, and correct the request.',
      secret:
        'Under “Certificates & secrets” of the application, create a client secret. Its value is shown once: copy it then.',
      reader:
        'Under “Access control (IAM)” of the subscription {{account}}, give the application the role {{role}}.',
      give: 'Hand over the secret here, and the day on which it expires.',
    },
    gcp: {
      apis: 'In the project {{account}}, enable the Compute Engine API and the Cloud Resource Manager API, and those of the services that Qualys shall look at.',
      serviceAccount: 'Create a service account in the project {{account}}.',
      roles: 'Give it the roles {{viewer}} and {{reviewer}} on the project.',
      key: 'Create a key of the type JSON for it, and choose the file here.',
    },
  },
} as const;
