import { Menu, type MenuItemConstructorOptions } from 'electron';

/** The usual menus and their shortcuts; hidden until asked for on Linux and Windows. */
export function setMenu(): void {
  const roles: MenuItemConstructorOptions[] = [
    { role: 'fileMenu' },
    { role: 'editMenu' },
    {
      label: 'View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
      ],
    },
    { role: 'windowMenu' },
  ];
  if (process.platform === 'darwin') roles.unshift({ role: 'appMenu' });
  Menu.setApplicationMenu(Menu.buildFromTemplate(roles));
}
