import { awsPage } from '../../../modules/iam/aws-pages';

const pages = Object.values(awsPage);

test.each(Object.entries(awsPage))('%s is a page of the AWS documentation', (_, url) => {
  expect(url).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/[\w/-]+\.html(#[\w-]+)?$/);
});

test('no two names stand for one page', () => {
  expect(new Set(pages).size).toBe(pages.length);
});
