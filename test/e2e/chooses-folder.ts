import type { ElectronApplication } from '@playwright/test';

/** The person chooses this folder whenever they are asked for one. */
export async function choosesFolder(app: ElectronApplication, folder: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, folder);
}
