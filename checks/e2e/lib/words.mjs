/** The labels that the journeys go by, in both languages: written down here once more, so that a changed label shows. */
export const WORDS = {
  fr: {
    name: 'Français',
    locale: 'fr-FR',
    logIn: 'Se connecter',
    register: 'Créer un compte',
    preparing: 'Votre compte est en cours de préparation',
    welcome: /^Bienvenue, /,
    balanceCard: 'Paiement anticipé',
    availableBalance: 'Solde disponible',
    details: 'Voir le détail',
    topUp: 'Recharger',
    amount: /^Montant en EUR/,
    pay: 'Continuer vers le paiement',
    credited: 'Créditée',
    failed: 'Échouée',
    refused: /^Vous pouvez recharger à partir de 20\.00 EUR\./,
    statement: 'Relevé',
    fifty: /^\+50,00\s€$/,
    accountMenu: /^Menu du compte de /,
    logOut: 'Se déconnecter',
  },
  en: {
    name: 'English',
    locale: 'en-GB',
    logIn: 'Log in',
    register: 'Create an account',
    preparing: 'Your account is being prepared',
    welcome: /^Welcome, /,
    balanceCard: 'Prepaid balance',
    availableBalance: 'Available balance',
    details: 'See details',
    topUp: 'Top up',
    amount: /^Amount in EUR/,
    pay: 'Continue to payment',
    credited: 'Credited',
    failed: 'Failed',
    refused: /^You can top up 20\.00 EUR or more\./,
    statement: 'Statement',
    fifty: /^\+€50\.00$/,
    accountMenu: /^Account menu of /,
    logOut: 'Log out',
  },
};

/** What a new customer types as a password. */
export const PASSWORD = 'a long enough secret';

export const LANGUAGES = Object.keys(WORDS);
