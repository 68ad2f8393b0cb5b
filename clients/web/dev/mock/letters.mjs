import { randomUUID } from 'node:crypto';

const page = (body) =>
  `<!doctype html><html><body style="margin:0;background:#f4f7f8;font-family:sans-serif"><div style="max-width:560px;margin:24px auto;padding:24px;background:#fff;border-radius:8px">${body}<script>document.body.textContent = 'A script has run.'</script><img src="https://tracker.example/pixel.png" alt=""></div></body></html>`;

const letter = (subject, text, state, hours) => ({
  id: randomUUID(),
  to: 'demo@hst-test.eu',
  subject,
  state,
  at: new Date(Date.now() - hours * 3_600_000).toISOString(),
  text,
  html: page(`<h1 style="font-size:20px">${subject}</h1><p>${text.replaceAll('\n', '<br>')}</p>`),
});

/** What has been sent; one tries what the portal must not let it do. */
export const letters = [
  letter('Redémarrage du serveur 10427 : échec', 'Bonjour,\n\nLe redémarrage du serveur 10427 a échoué.', 'sent', 5),
  letter('Réinitialisation du mot de passe', 'Bonjour,\n\nOuvrez ce lien : ••••', 'waiting', 8),
  letter('Votre compte xx11111-mo est ouvert', 'Bonjour Camille,\n\nVotre identifiant est xx11111-mo.', 'sent', 900),
  letter('Vérifiez votre adresse e-mail', 'Bonjour,\n\nVotre code : ••••', 'failed', 901),
];
