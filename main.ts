import { App } from 'cdktf';
import { DeployableStack } from './generator/deployable-stack';
import { catalog } from './modules/catalog';

/** The CDKTF app: one deployable stack per module. */
const app = new App();
for (const definition of catalog) {
  new DeployableStack(app, definition);
}
app.synth();
