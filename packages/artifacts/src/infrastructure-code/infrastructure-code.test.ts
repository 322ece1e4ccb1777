import { expect, test } from '@jest/globals';
import { parseFile } from '../contracts/testing/parse-file.ts';
import { infrastructureCodeKind } from './kind.ts';

const read = async (path: string, text: string) =>
  (await parseFile(infrastructureCodeKind, path, text)).artifacts[0]?.facts;

test('Terraform: resources, modules and what they keep', async () => {
  const text =
    'resource "aws_db_instance" "orders" {\n  backup_retention_period = 7\n}\nresource "aws_s3_bucket" "uploads" {\n}\nresource "aws_s3_bucket" "access_logs" {\n}\nmodule "vpc" {\n  source  = "terraform-aws-modules/vpc/aws"\n}\n';
  const facts = await read('terraform/prod/main.tf', text);
  expect(facts).toMatchObject({
    tool: 'terraform',
    environment: 'production',
    modules: [{ text: 'terraform-aws-modules/vpc/aws' }],
    stores: [
      { name: 'orders', what: 'database', durable: true },
      { name: 'uploads', what: 'bucket', durable: true },
    ],
  });
  expect(facts?.resources.map(({ name }) => name)).toEqual(['orders', 'uploads', 'access_logs']);
  expect(text.slice(...(facts?.stores[0]?.backup ?? [0, 0])).trim()).toBe('backup_retention_period =');
  expect(facts?.stores[1]?.backup).toBeUndefined();
});

test.each([
  ['auto_rollback_configuration {\n    enabled = true\n    events  = ["DEPLOYMENT_FAILURE"]\n  }', true],
  ['deployment_circuit_breaker {\n    enable   = true\n    rollback = true\n  }', true],
  ['auto_rollback_configuration {\n    enabled = false\n  }', false],
])('Terraform that takes a release back: %s', async (block, takes) => {
  const text = `resource "aws_thing" "shop" {\n  name = "a"\n  ${block}\n}\n`;
  expect((await read('deploy.tf', text))?.takesBack !== undefined).toBe(takes);
});

test.each([
  ['variables.tf', 'variable "region" {}\n', 'terraform'],
  ['terragrunt.hcl', 'terraform {\n  source = "../a"\n}\n', 'terraform'],
  ['Pulumi.yaml', 'name: shop\nruntime: nodejs\n', 'pulumi'],
  ['cdk.json', '{ "app": "npx ts-node bin/a.ts" }', 'cdk'],
  [
    'template.yaml',
    "AWSTemplateFormatVersion: '2010-09-09'\nResources:\n  Orders:\n    Type: AWS::DynamoDB::Table\n",
    'cloudformation',
  ],
  ['stack.json', '{ "Resources": { "Q": { "Type": "AWS::SQS::Queue" } } }', 'cloudformation'],
  ['main.bicep', "resource db 'Microsoft.DocumentDB/databaseAccounts@2023-04-15' = {\n}\n", 'bicep'],
  ['site.yml', '- name: web\n  hosts: all\n  roles:\n    - nginx\n', 'ansible'],
  ['roles/web/tasks/main.yml', '- name: install\n  apt: name=nginx\n', 'ansible'],
  ['db.yaml', 'apiVersion: rds.aws.upbound.io/v1beta1\nkind: Instance\n', 'crossplane'],
  ['image.pkr.hcl', 'source "amazon-ebs" "a" {}\n', 'packer'],
])('%s', async (path, text, tool) => {
  expect((await read(path, text))?.tool).toBe(tool);
});

test.each([
  ['an ingress', 'a.yaml', 'spec:\n  tls:\n    - hosts: [a.org]\n'],
  ['a project', 'template.yaml', 'name: AWS:: in a text\n'],
  ['a list', 'hosts.yaml', '- hosts\n- tasks\n'],
  ['a file of terraform with nothing in it', 'main.tf', '# later\n'],
])('not %s', async (_name, path, text) => {
  expect(await read(path, text)).toBeUndefined();
});
