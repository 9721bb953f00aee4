import type { Settings } from './settings.js'

/**
 * What the platform writes of components beside what the model has words for, as its exports have it
 * of components that a maker did not touch. `settings` in the model hold what deviates. Elements
 * stand in the order of exports.
 */
export const standardRole: Settings = { IsCustomizable: '1', IsAutoAssigned: '0' }

export const standardWebResource: Settings = {
  IntroducedVersion: '1.0.0.0',
  IsEnabledForMobileClient: '0',
  IsAvailableForMobileOffline: '0',
  IsCustomizable: '1',
  CanBeDeleted: '1',
  IsHidden: '0',
}

export const standardEnvironmentVariable: Settings = {
  introducedversion: '1.0.0.0',
  iscustomizable: '1',
  secretstore: '0',
}

export const standardConnector: Settings = { connectortype: '1' }

export const standardConnectionReference: Settings = {
  iscustomizable: '1',
  promptingbehavior: '0',
  statecode: '0',
  statuscode: '1',
}

/** A cloud flow that runs by itself, switched on. */
export const standardFlow: Settings = {
  Type: '1',
  Subprocess: '0',
  Category: '5',
  Mode: '0',
  Scope: '4',
  OnDemand: '0',
  TriggerOnCreate: '0',
  TriggerOnDelete: '0',
  AsyncAutodelete: '0',
  SyncWorkflowLogOnFailure: '0',
  StateCode: '1',
  StatusCode: '2',
  RunAs: '1',
  IsTransacted: '1',
  IntroducedVersion: '1.0.0.0',
  IsCustomizable: '1',
  BusinessProcessType: '0',
  IsCustomProcessingStepAllowedForOtherPublishers: '1',
  ModernFlowType: '0',
  PrimaryEntity: 'none',
}

export const standardApp: Settings = {
  IntroducedVersion: '1.0.0.0',
  statecode: '0',
  statuscode: '1',
  FormFactor: '1',
  ClientType: '4',
  NavigationType: '0',
}

/** Elements of `AppModuleSiteMap`, and the attribute of its `SiteMap`. */
export const standardSiteMap: Settings = {
  EnableCollapsibleGroups: 'False',
  ShowHome: 'True',
  ShowPinned: 'True',
  ShowRecents: 'True',
  IntroducedVersion: '7.0.0.0',
}

/** Attributes. */
export const standardArea: Settings = { ShowGroups: 'true' }

export const standardGroup: Settings = { IsProfile: 'false' }

export const standardSubArea: Settings = { AvailableOffline: 'true', PassParams: 'false' }
