import { app, type BrowserWindow, Notification } from 'electron';
import type { Attention, WorkProgress } from '../contract/desktop.ts';

const MODES: { readonly [L in WorkProgress['look']]: 'normal' | 'paused' | 'error' } = {
  ...{ going: 'normal', paused: 'paused', stuck: 'error' },
};

/** Notifications, the taskbar or dock, and the figure at the icon, as Electron gives them. */
export function createAttention(window: () => BrowserWindow | undefined, openWindow: () => void): Attention {
  /** A notification nobody holds is collected, and its click is lost. */
  const shown = new Set<Notification>();
  return {
    notify({ title, body }, onClick) {
      if (!Notification.isSupported()) return;
      const notification = new Notification({ title, body, silent: true });
      const drop = () => void shown.delete(notification);
      notification.on('click', () => {
        drop();
        onClick();
      });
      notification.on('close', drop);
      notification.on('failed', drop);
      shown.add(notification);
      notification.show();
    },
    showProgress(progress) {
      if (progress === null) window()?.setProgressBar(-1);
      else window()?.setProgressBar(progress.share, { mode: MODES[progress.look] });
    },
    // Windows has no figures at the icon; where there is none nothing is shown.
    showBadge: (count) => void app.setBadgeCount(count),
    isInFront: () => window()?.isFocused() ?? false,
    bringToFront() {
      const there = window();
      if (!there) return openWindow();
      if (there.isMinimized()) there.restore();
      there.show();
      there.focus();
    },
  };
}
