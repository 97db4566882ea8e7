import { describe, expect, it } from 'vitest';
import { toldCloud } from './told-cloud.ts';

const told = (text: string): unknown => toldCloud(text)['said.told-cloud'];

describe('toldCloud', () => {
  it.each([
    ['Connect-AzAccount -Environment AzureUSGovernment', 'us-government'],
    ['Connect-MgGraph -Environment USGov', 'us-government'],
    ['Connect-MgGraph -Environment China', 'china'],
    ['Connect-PnPOnline -Url $url -ManagedIdentity -AzureEnvironment USGovernmentHigh', 'us-government'],
    ['Connect-PowerBIServiceAccount -Environment USGovHigh', 'us-government'],
    ['az cloud set --name AzureChinaCloud', 'china'],
    ['az cloud set -n AzureUSGovernment', 'us-government'],
    ['AZURE_ENVIRONMENT=AzureUSGovernment', 'us-government'],
    ['ARM_ENVIRONMENT: usgovernment', 'us-government'],
    ['environmentType: USGovernmentCloud', 'us-government'],
    ['environment = "china"', 'china'],
    ['AuthorityHost = AzureAuthorityHosts.AzureGovernment', 'us-government'],
    ['cloud: cloud.AzureChina,', 'china'],
    ['from msrestazure.azure_cloud import AZURE_US_GOV_CLOUD', 'us-government'],
    ['Connect-PowerBIServiceAccount', 'public'],
    ['$a = Connect-AzAccount -TenantId x', 'public'],
  ])('reads %s', (text, cloud) => {
    expect(told(text)).toBe(cloud);
  });

  it.each([
    ['the name that is GCC for Power BI', 'Connect-PowerBIServiceAccount -Environment USGov'],
    ['the name that is GCC for SharePoint', 'Connect-PnPOnline -AzureEnvironment USGovernment'],
    ['two clouds', 'az cloud set -n AzureChinaCloud\naz cloud set -n AzureUSGovernment'],
    ['options in a variable', 'Connect-AzAccount @options'],
    ['another environment', 'environment = "production"'],
    ['a command within a sentence', 'I read about Connect-AzAccount somewhere'],
  ])('says nothing of %s', (_, text) => {
    expect(told(text)).toBeUndefined();
  });
});
