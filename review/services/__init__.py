"""What other programs say of an article: translators and judges that the user has set. Only here is a network used."""
