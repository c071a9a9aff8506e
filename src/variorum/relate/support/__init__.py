"""What a claim rests on: whose word, how many words, what leans on what, what is doubted or contradicted."""
