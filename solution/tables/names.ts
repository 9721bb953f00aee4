/**
 * Logical names of tables that others point at. They stand apart from the declarations so that who
 * needs one table, as a control on every form does, does not bring its neighbours along.
 */
export const tableName = {
  commitPolicy: 'govcdm_integrationcommitpolicy',
  ledger: 'govcdm_integrationledger',
  syncItem: 'govcdm_integrationsyncitem',
  syncJob: 'govcdm_integrationsyncjob',
} as const
