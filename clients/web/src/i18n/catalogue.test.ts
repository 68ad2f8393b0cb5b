import { describe, expect, it } from 'vitest';
import { en } from './en';
import { fr } from './fr';
import { withFrenchSpaces } from './frenchSpaces';
import { translateWith } from './I18n';

const placeholders = (text: string) => (text.match(/\{\w+}/g) ?? []).sort();

describe('the catalogues', () => {
  it('hold the same keys in French and in English', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(fr).sort());
  });

  it('leave no text empty', () => {
    for (const [key, text] of [...Object.entries(fr), ...Object.entries(en)]) expect(text.trim(), key).not.toBe('');
  });

  it('fill in the same values in both languages', () => {
    for (const key of Object.keys(fr) as (keyof typeof fr)[]) {
      expect(placeholders(en[key]), key).toEqual(placeholders(fr[key]));
    }
  });

  it('call things as the product does', () => {
    expect([fr['topUp.topUp'], en['topUp.topUp']]).toEqual(['Recharger', 'Top up']);
    expect(fr['nav.balance']).toBe('Paiement anticipé');
    expect(fr['nav.dashboard']).toBe('Tableau de bord');
    expect(fr['nav.logOut']).toBe('Se déconnecter');
    expect(fr['nav.password']).toBe('Mot de passe');
    expect(fr['nav.security']).toBe('Paramètres de sécurité');
    expect(fr['nav.users']).toBe('Utilisateurs');
    expect(fr['nav.switch']).toBe('Changer de compte');
    expect(fr['users.invite']).toBe('Inviter un nouvel utilisateur');
    expect(fr['acting.back']).toBe('Revenir à mon compte');
    expect(fr['dashboard.update']).toBe('Mettre à jour');
  });

  it('break no line before a French double sign or inside French quotation marks', () => {
    const spaced = withFrenchSpaces({ ...fr, 'app.name': 'Oui : « non » ? Si ; peut-être !' });
    expect(spaced['app.name']).toBe('Oui\u00a0: «\u00a0non\u00a0»\u00a0? Si\u00a0; peut-être\u00a0!');
  });

  it('put values where the text wants them', () => {
    expect(translateWith(en)('topUp.belowMinimum', { minimum: '€20.00' })).toBe('The minimum is €20.00.');
  });
});
